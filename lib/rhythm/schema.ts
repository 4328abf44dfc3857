import { z } from "zod";
import { snoozes } from "@/lib/follow-ups/snoozes";
import { id, optionalDayInWords } from "@/lib/schema";
import { type Unit, units, type Wish } from "./wish";

const wish = {
  every: z
    .string("number")
    .trim()
    .regex(/^(\d{1,3}|NEVER|DEFAULT)$/, "number"),
  unit: z.enum(units, "choose").default("WEEK"),
};

function toWish({ every, unit }: { every: string; unit: Unit }, ctx: z.RefinementCtx): Wish {
  if (every === "NEVER" || every === "DEFAULT") return every;
  const count = Number(every);
  if (count < 1 || count > 120) ctx.addIssue({ code: "custom", path: ["every"], message: "every" });
  return { every: count, unit };
}

export const setCadence = z
  .strictObject({ contactId: id, ...wish })
  .transform(({ contactId, ...given }, ctx) => ({ contactId, wish: toWish(given, ctx) }));

export const setTagCadence = z
  .strictObject({ tagId: z.uuid("whichTag"), ...wish })
  .transform(({ tagId, ...given }, ctx) => ({ tagId, wish: toWish(given, ctx) }));

/** Not now, but on a day; or (dismissed) not until it is due again. */
export const snoozeTouch = z
  .strictObject({
    contactId: id,
    for: z.enum(snoozes, "choose"),
    until: optionalDayInWords,
  })
  .refine((input) => input.for !== "DATE" || input.until !== null, { path: ["until"], message: "missing" });
export const oneTouch = z.strictObject({ contactId: id });

/** Whose word it is: the contact's own, a tag's, or the default: what keeps them warm. */
export type Because =
  | { by: "CONTACT"; wish: Exclude<Wish, "DEFAULT"> }
  | { by: "TAG"; wish: Exclude<Wish, "DEFAULT">; tag: string }
  | { by: "WARMTH" };

/** How often, why, and by when: what a contact's page says. Days are the owner's. */
export type Rhythm = {
  because: Because;
  /** The next day by its cadence; by default the last day they are warm. Null: no day at all. */
  dueOn: string | null;
  /** Put off until a day, or ("again") until it is due again; null: it isn't. */
  putOff: { until: string } | "again" | null;
};

/** Somebody it is time to be in touch with. */
export type TouchRow = {
  contactId: string;
  fullName: string;
  /** ISO instant; null: never in touch. */
  lastInteractionAt: string | null;
  because: Because;
  /** Since when by its cadence; by default the last day they are warm, or the day until which they were put off. */
  dueOn: string;
  /** Due by nobody's word but because they were put off until a day that has come. */
  wasPutOff: boolean;
};

export type TagCadence = { tagId: string; name: string; wish: Exclude<Wish, "DEFAULT">; contacts: number };
