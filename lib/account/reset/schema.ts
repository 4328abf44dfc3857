import { z } from "zod";
import { newPassword } from "../schema";

/** `token` is the link's. */
export const reset = z.strictObject({ token: z.string(), password: newPassword });
export type Reset = z.infer<typeof reset>;
