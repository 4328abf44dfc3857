import { useReader } from "@/components/ui/date";
import { dayOf } from "@/lib/dates/format";
import { daysAfter, monthsAfter } from "@/lib/dates/moment";

/** The days that "in a week" and "in a month" mean. */
export type LaterDays = { week: string; month: string };

/** For a whole board counted once, and on the server: there the browser needs no calendar for it. */
export function useLaterDays(): LaterDays {
  const { now, timeZone } = useReader();
  const today = dayOf(now, timeZone);
  return { week: daysAfter(today, 7), month: monthsAfter(today, 1) };
}
