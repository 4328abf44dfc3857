// Sample people are added and removed by a button: nothing is sent but that.
import { z } from "zod";

export const nothing = z.strictObject({});
