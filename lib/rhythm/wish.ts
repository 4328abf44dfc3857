// How often, as it is said and as it is sent. Apart from the schema, so that a menu doesn't bring the parser into the browser.

export const units = ["WEEK", "MONTH"] as const;
export type Unit = (typeof units)[number];

/** Every so many weeks or months. The table holds the same bounds as the schema. */
export type Every = { every: number; unit: Unit };

/** What the owner says of a contact or a tag. DEFAULT takes back what was said. */
export type Wish = Every | "NEVER" | "DEFAULT";

/** What is offered at once; any other number of weeks or months can be typed. */
export const usual: readonly Every[] = [
  { every: 2, unit: "WEEK" },
  { every: 6, unit: "WEEK" },
  { every: 3, unit: "MONTH" },
  { every: 6, unit: "MONTH" },
  { every: 12, unit: "MONTH" },
];

/** A wish as the fields of its form. */
export function wishFields(wish: Wish): Record<string, string> {
  return typeof wish === "string" ? { every: wish } : { every: String(wish.every), unit: wish.unit };
}

/** The wish of a form that was accepted. */
export function wishIn(form: FormData): Wish {
  const every = String(form.get("every")).trim();
  if (every === "NEVER" || every === "DEFAULT") return every;
  return { every: Number(every), unit: form.get("unit") === "MONTH" ? "MONTH" : "WEEK" };
}
