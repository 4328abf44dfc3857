import { z } from "zod";

/** The e-mail is typed to say: yes, this account. Compared as sign-in compares it. */
export const leave = z.strictObject({ email: z.string("missing").trim().toLowerCase().min(1, "missing") });
