// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

/** How many are compared side by side; what belongs together beyond that comes up again. */
export const mostPeople = 6;

/** From here on two are called one person rather than perhaps one: of those, nearly all are (bench/duplicates.ts). */
export const likelyFrom = 70;

/** What one contact has one of: chosen from one of the people, by id. */
export const chosenFields = [
  "fullName",
  "position",
  "company",
  "headline",
  "location",
  "connection",
  "assessment",
] as const;

/** Texts, which may be kept from everybody, one under the other: "all". */
export const writtenFields = ["howWeMet", "expertise", "geographicBarrier", "notes"] as const;
export type ChosenField = (typeof chosenFields)[number];
export type WrittenField = (typeof writtenFields)[number];
