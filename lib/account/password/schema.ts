import { z } from "zod";
import { newPassword, typedPassword } from "../schema";

export const changePassword = z.strictObject({ currentPassword: typedPassword, password: newPassword });
export const choosePassword = z.strictObject({ password: newPassword });
export type ChangePassword = z.infer<typeof changePassword>;
