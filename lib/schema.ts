// The pieces every form's schema is made of. Messages are codes of the catalogue (`common.errors.<code>`).
import { z } from "zod";
import { parseJson } from "./json";

/** Without the one character that no database keeps: a form leaves it out (formValues), what comes as JSON does here. */
export const typed = (error?: string) => z.string(error).overwrite((written) => written.replaceAll("\0", ""));

/** Text that must be there. */
export const text = (max: number) => typed("missing").trim().min(1, "missing").max(max, "tooLong");

/** Text that may be left blank; blank is stored as null. */
export const optionalText = (max: number) =>
  typed()
    .trim()
    .max(max, "tooLong")
    .transform((value) => value || null)
    .nullish()
    .transform((value) => value ?? null);

/** A choice that may be left open: "" and absent are null. */
export const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .union([z.literal(""), z.enum(values)], "choose")
    .nullish()
    .transform((value) => value || null);

/** A checkbox: present is true. */
export const tick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** A calendar day, 2026-11-22. */
export const day = z.iso.date("day");
export const optionalDay = z
  .union([z.literal(""), day], "day")
  .nullish()
  .transform((value) => value || null);

/** A day as it was typed, in words or as a date: lib/dates/typed reads it on the owner's clock. */
export const dayInWords = z.string("missing").trim().min(1, "missing").max(200, "dateWords");
export const optionalDayInWords = z
  .string()
  .trim()
  .max(200, "dateWords")
  .nullish()
  .transform((value) => value || null);

/** A repeated field (`name[]` in the form); blank entries are dropped. */
export const lines = (max: number, most: number) =>
  z
    .array(z.string().trim().max(max, "tooLong"))
    .max(most, "tooMany")
    .default([])
    .transform((values) => values.filter(Boolean));

export const id = z.uuid("unknown");

/** A form that only has a button. */
export const nothing = z.strictObject({});

/** The version a form read; an update names it. */
export const version = z.coerce.number("unknown").int().min(1);

/** What a deleted row held, as one field of the form that brings it back. */
export const memoryOf = <Schema extends z.ZodType>(shape: Schema) =>
  z
    .string()
    .max(900_000)
    .transform((written, context): unknown => {
      try {
        return parseJson(written, (value) => (typeof value === "string" ? value.replaceAll("\0", "") : value));
      } catch {
        context.addIssue("invalid");
        return z.NEVER;
      }
    })
    .pipe(shape as z.ZodType<z.output<Schema>, unknown>);
