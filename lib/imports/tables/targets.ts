// What a column of a table of people can be. Safe in the browser.

/** What the owner can choose from, in this order. */
export const targets = [
  "ignore",
  "fullName",
  "firstName",
  "lastName",
  "email",
  "phone",
  "linkedin",
  "company",
  "position",
  "location",
  "howWeMet",
  "notes",
  "tags",
] as const;
export type Target = (typeof targets)[number];

/** What only formats that are known have. */
export type ColumnTarget = Target | "namePrefix" | "middleName" | "nameSuffix" | "link";

/** One column of a table. Its values are called `label`, or whatever the column `labelAt` says. */
export type Column = { target: ColumnTarget; label?: string; labelAt?: number };

export const isTarget = (text: string): text is Target => (targets as readonly string[]).includes(text);
