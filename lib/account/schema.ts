import { z } from "zod";
import { text } from "@/lib/schema";
import { returnAddress } from "./return-address";
import type { Role, Theme } from "./words";

/** E-mails are compared trimmed and lower-cased; the database refuses any other form. */
const email = z.string("missing").trim().toLowerCase().pipe(z.email("email").max(254, "tooLong"));

/** Whether it is a common one is for the server to say: lib/account/password/new-password.ts. */
export const newPassword = z.string("missing").min(12, "passwordShort").max(128, "passwordLong");

/** One that was chosen once. */
export const typedPassword = z.string("missing").min(1, "missing").max(128, "passwordLong");

export const timeZone = z
  .string()
  .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", "timeZone");

export const setup = z.strictObject({
  token: z.string(),
  name: text(200),
  email,
  password: newPassword,
  timeZone: timeZone.catch("UTC"), // filled in by the browser; Settings can change it
});
export type Setup = z.infer<typeof setup>;

export const signIn = z.strictObject({
  email: z.string("missing").trim().toLowerCase().min(1, "missing").max(254, "tooLong"),
  password: typedPassword,
  /** Where to go then. */
  next: z.string().default("/").transform(returnAddress),
});
export type SignIn = z.infer<typeof signIn>;

/** What pages may know of the person signed in. */
export type Account = { name: string; email: string; role: Role; locale: string; timeZone: string; theme: Theme };
