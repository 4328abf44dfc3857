import { z } from "zod";
import { setup } from "@/lib/account/schema";

/** The invitation's token; none where everybody may sign up. */
const token = z.string().max(100).default("");

export const join = z.strictObject({ ...setup.shape, token });
export type Join = z.output<typeof join>;

/** The same of somebody whom the provider has let in: they need no password. */
export const joinByProvider = z.strictObject({ ...setup.omit({ password: true }).shape, token });
export type JoinByProvider = z.output<typeof joinByProvider>;

/** Whether somebody may make an account now; if not, why. */
export type Welcome = "welcome" | "closed" | "byInvitation" | "inviteGone";
