// The kinds of value a row of the export holds, as Postgres writes them into JSON.
import { z } from "zod";

/** Any text Postgres can keep: no NUL, no half of a surrogate pair. */
export const text = z.string().refine((value) => !value.includes("\0") && value.isWellFormed(), "text");

export const uuid = z.guid();
export const whole = z.int32();

/** To the microsecond, with its zone; Postgres knows infinite moments too, and ones before Christ. */
export const moment = z
  .string()
  .regex(/^(-?infinity|\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:?\d\d)?)( BC)?)$/, "moment");
export const day = z.string().regex(/^(-?infinity|\d{4,6}-\d\d-\d\d( BC)?)$/, "day");

/** A link that somebody may click one day: a web page, an address or a number, or words without any scheme. */
export const link = text.refine((value) => {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):(?!\d)/i.exec(value)?.[1];
  return scheme === undefined || scheme.includes(".") || /^(https?|mailto|tel)$/i.test(scheme);
}, "link");
