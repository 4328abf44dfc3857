import { dayOf, daysAfter } from "@/lib/dates/format";
import { startOfWeek } from "@/lib/dates/periods";

/** The Mondays (ISO days) of the last `weeks` weeks where the owner lives, this week's last. */
export function lastMondays(timeZone: string, now = new Date(), weeks = 12): string[] {
  const thisMonday = dayOf(startOfWeek(now, timeZone), timeZone);
  return Array.from({ length: weeks }, (_, place) => daysAfter(thisMonday, (place - weeks + 1) * 7));
}
