import { Temporal } from "temporal-polyfill";

/** The moment the calendar month `now` is in began, where the owner lives. */
export function startOfMonth(now: Date, timeZone: string): Date {
  const today = calendarDay(now, timeZone);
  return startOfDay(today.with({ day: 1 }), timeZone);
}

/** The moment the calendar week `now` is in began (a Monday), where the owner lives. */
export function startOfWeek(now: Date, timeZone: string): Date {
  const today = calendarDay(now, timeZone);
  return startOfDay(today.subtract({ days: today.dayOfWeek - 1 }), timeZone);
}

function calendarDay(now: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** Not always midnight: some days begin at one o'clock, when clocks go forward at midnight. */
function startOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}
