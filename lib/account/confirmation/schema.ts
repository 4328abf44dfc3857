import { z } from "zod";
import { typedPassword } from "../schema";

export const confirmWithPassword = z.strictObject({ password: typedPassword });
