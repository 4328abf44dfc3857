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

/** The moment a day (2026-11-22) begins in `timeZone`, as an ISO instant. */
export function startOf(day: string, timeZone: string): string {
  return startOfDay(Temporal.PlainDate.from(day), timeZone).toISOString();
}

/** The first day of the calendar month after the one `now` is in, and of the week (a Monday), where the owner lives. */
export function nextMonth(now: Date, timeZone: string): string {
  return calendarDay(now, timeZone).with({ day: 1 }).add({ months: 1 }).toString();
}
export function nextWeek(now: Date, timeZone: string): string {
  const today = calendarDay(now, timeZone);
  return today.add({ days: 8 - today.dayOfWeek }).toString();
}

function calendarDay(now: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** Not always midnight: some days begin at one o'clock, when clocks go forward at midnight. */
function startOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}
