// Between the days and times a person types and the moments the database keeps. Everything is read in the owner's
// time zone; the browser's plays no part, so a laptop on a journey logs the same moments as the one at home.
import { Temporal } from "temporal-polyfill";
import { Refusal } from "@/lib/refusal";
import { dayOf, timeOf } from "./format";

/** A clock a little ahead of the server's still means now. */
const aheadMs = 5 * 60_000;

export type DayAndTime = { day: string; time: string | null };

/**
 * The moment of a day (2026-11-22) and time (14:30) in `timeZone`, as an ISO instant; never later than `now`.
 *
 * Without a time, today means now and any other day its noon, which is the same date in almost every zone. Where `kept`
 * (the moment stored so far) reads as this very day and time it stays untouched, its seconds and its side of a
 * repeated hour included. In an hour that the clocks repeat, the first one is meant.
 *
 * Throws a Refusal on `dayField` or `time`: `future`, `year` (before 1900, what "26" becomes in a date field), `skipped`
 * (the clocks jumped over that time).
 */
export function momentOf(
  typed: DayAndTime,
  timeZone: string,
  now: Date,
  { kept, dayField = "day" }: { kept?: string; dayField?: string } = {},
): string {
  if (kept && reads(kept, typed, timeZone)) return kept;
  const day = Temporal.PlainDate.from(typed.day);
  if (day.year < 1900) throw new Refusal("year", dayField);
  const today = dayOf(now, timeZone);
  if (typed.day > today) throw new Refusal("future", dayField);
  if (typed.time === null && typed.day === today) return now.toISOString();

  const time = Temporal.PlainTime.from(typed.time ?? "12:00");
  const meant = day.toPlainDateTime(time).toZonedDateTime(timeZone);
  if (!meant.toPlainDateTime().equals(day.toPlainDateTime(time))) {
    throw new Refusal("skipped", "time", { time: clock(time), instead: clock(meant.toPlainTime()) });
  }
  if (meant.epochMilliseconds > now.getTime() + aheadMs) throw new Refusal("future", "time");
  return new Date(Math.min(meant.epochMilliseconds, now.getTime())).toISOString();
}

/** The last moment of a day in `timeZone`: what "valid until 20 November" means. */
export function endOfDay(day: string, timeZone: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone);
  return new Date(next.epochMilliseconds - 1).toISOString();
}

/** Noon of a day in `timeZone`: the moment of what happens on a day without a time. */
export function noonOf(day: string, timeZone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: "12:00" }).toInstant().toString();
}

/** Day and time of a moment as form fields show them. */
export function dayAndTimeOf(moment: string, timeZone: string): { day: string; time: string } {
  return { day: dayOf(moment, timeZone), time: timeOf(moment, timeZone) };
}

/** `count` months after `day`: the 31st becomes the last day of a shorter month. */
export function monthsAfter(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ months: count }).toString();
}

function reads(moment: string, typed: DayAndTime, timeZone: string): boolean {
  const { day, time } = dayAndTimeOf(moment, timeZone);
  return day === typed.day && (typed.time === null || time === typed.time);
}

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: "minute" });
