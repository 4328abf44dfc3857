import { dayOf, daysAfter } from "@/lib/dates/format";
import { monthsAfter } from "@/lib/dates/moment";

/** The days that "in a week" and "in a month" mean. */
export type LaterDays = { week: string; month: string };

/** For the server: the browser needs no calendar for them. */
export function laterDays(timeZone: string, now = new Date()): LaterDays {
  const today = dayOf(now, timeZone);
  return { week: daysAfter(today, 7), month: monthsAfter(today, 1) };
}
