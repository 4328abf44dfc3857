// What a column of a table of people can be. Safe in the browser.
import type { DateOrder } from "../file/date-order";

/** What the owner can choose from, in this order. */
export const targets = [
  "ignore",
  "fullName",
  "firstName",
  "middleName",
  "lastName",
  "email",
  "phone",
  "linkedin",
  "link",
  "company",
  "position",
  "connectedOn",
  "location",
  "howWeMet",
  "notes",
  "tags",
] as const;
export type Target = (typeof targets)[number];

/** What only formats that are known have. */
export type ColumnTarget = Target | "id" | "namePrefix" | "nameSuffix";

/**
 * One column of a table. Its values are called `label`, or whatever the column `labelAt` says. `isExact`: the format never
 * puts several values between commas or semicolons, so these are part of the value. `dates`: how its dates are to be read.
 */
export type Column = { target: ColumnTarget; label?: string; labelAt?: number; isExact?: true; dates?: DateOrder };

export const isTarget = (text: string): text is Target => (targets as readonly string[]).includes(text);
