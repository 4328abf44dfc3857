// What the address of a contact's strength page asks: a day to look at, and what is supposed to happen.
import type { z } from "zod";
import { type CheckKind, checkKinds } from "@/lib/checks/words";
import { endOfDay, monthsAfter } from "@/lib/dates/moment";
import { optionalChoice, optionalDay } from "@/lib/schema";

/** What may be supposed to have happened: messages prove less and are many, so only meetings. */
export const meetingKinds = ["IN_PERSON", "VIDEO", "CALL"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** How many years back the picture reaches. */
export const pictureYears = ["2", "10"] as const;

const yearsAhead = 10;
export const firstDay = "1900-01-01";
export const lastDay = (today: string) => monthsAfter(today, yearsAhead * 12);

export type StrengthQuery = {
  /** The day to look at; null is now. */
  at: string | null;
  meet: string | null;
  how: MeetingKind | null;
  check: CheckKind | null;
  years: (typeof pictureYears)[number] | null;
};
export type StrengthField = keyof StrengthQuery;

/** Days are the owner's. Messages are codes under `strength.errors`. */
const fields = (today: string) => {
  const notTooFar = optionalDay.refine((day) => day === null || day <= lastDay(today), "tooFar");
  return {
    at: notTooFar.refine((day) => day === null || day >= firstDay, "year"),
    meet: notTooFar.refine((day) => day === null || day >= today, "past"),
    how: optionalChoice(meetingKinds),
    check: optionalChoice(checkKinds),
    years: optionalChoice(pictureYears),
  } satisfies Record<StrengthField, z.ZodType>;
};

export type ReadQuery = {
  query: StrengthQuery;
  /** A code for each part that can't be meant; that part is null in `query`. */
  errors: Partial<Record<StrengthField, StrengthError>>;
};

const codes = ["day", "year", "tooFar", "past", "choose"] as const;
/** A sentence of `strength.errors`. */
export type StrengthError = (typeof codes)[number];

/** The parameters of an address, as a page gets them. */
export type AskedParams = Record<string, string | string[] | undefined>;

/** Reads each part for itself: what is wrong with one doesn't lose the others. */
export function readStrengthQuery(params: AskedParams, today: string): ReadQuery {
  const query: StrengthQuery = { at: null, meet: null, how: null, check: null, years: null };
  const errors: ReadQuery["errors"] = {};
  const schemas = fields(today);
  const read = <Field extends StrengthField>(field: Field, schema: z.ZodType<StrengthQuery[Field]>) => {
    const parsed = schema.safeParse(params[field]);
    if (parsed.success) query[field] = parsed.data;
    else errors[field] = codes.find((code) => code === parsed.error.issues[0]?.message) ?? "choose";
  };
  read("at", schemas.at);
  read("meet", schemas.meet);
  read("how", schemas.how);
  read("check", schemas.check);
  read("years", schemas.years);
  return { query, errors };
}

/**
 * The moment a day is looked at: today means now, any other day its end where the owner lives, when all that happened
 * on it counts. An ISO instant, or undefined for now.
 */
export function momentOfDay(day: string | null, today: string, timeZone: string): string | undefined {
  return day === null || day === today ? undefined : endOfDay(day, timeZone);
}
