import { Refusal } from "@/lib/refusal";
import { daysAfter } from "./format";
import { monthsAfter } from "./moment";

export type Later = "ONE_WEEK" | "TWO_WEEKS" | "ONE_MONTH" | "THREE_MONTHS" | "DATE";

/** The day something put off comes back, counted from today. Throws a Refusal: `past` for a date that isn't after today. */
export function laterDay(today: string, choice: Later, date: string): string {
  if (choice === "ONE_WEEK") return daysAfter(today, 7);
  if (choice === "TWO_WEEKS") return daysAfter(today, 14);
  if (choice === "ONE_MONTH") return monthsAfter(today, 1);
  if (choice === "THREE_MONTHS") return monthsAfter(today, 3);
  if (date <= today) throw new Refusal("past", "until");
  return date;
}
