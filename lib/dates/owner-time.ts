// The owner's clock: forms speak in local days and times, the database keeps instants.
import { Temporal } from "temporal-polyfill";

/** What a form's date and time fields hold: YYYY-MM-DD and HH:MM, on the owner's clock. */
export type LocalTime = { date: string; time: string };

/**
 * The instant (ISO, UTC) of a local time. Where clocks were put forward over it, the hour skipped is added (02:30
 * becomes 03:30); where they were put back and it came twice, the first is meant.
 * @throws RangeError for a day, time or zone that doesn't exist
 */
export function toInstant({ date, time }: LocalTime, timeZone: string): string {
  return Temporal.PlainDate.from(date, { overflow: "reject" })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time, { overflow: "reject" }) })
    .toInstant()
    .toString();
}

/** The local date and time of an instant, to the minute, as form fields take them. */
export function toLocalTime(instant: string, timeZone: string): LocalTime {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}

/** The day it is in a time zone; `now` is an instant (ISO). */
export function todayIn(timeZone: string, now: string = Temporal.Now.instant().toString()): string {
  return toLocalTime(now, timeZone).date;
}

/** The day so many days later (earlier when negative). */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
