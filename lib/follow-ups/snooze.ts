import { daysAfter, monthsAfter } from "@/lib/dates/moment";
import { Refusal } from "@/lib/refusal";
import type { Snooze } from "./schema";

/** The day a follow-up comes back, counted from today. Throws a Refusal: `past` for a date that isn't after today. */
export function snoozedUntil(today: string, choice: Snooze, date: string): string {
  if (choice === "TWO_WEEKS") return daysAfter(today, 14);
  if (choice === "ONE_MONTH") return monthsAfter(today, 1);
  if (choice === "THREE_MONTHS") return monthsAfter(today, 3);
  if (date <= today) throw new Refusal("past", "until");
  return date;
}
