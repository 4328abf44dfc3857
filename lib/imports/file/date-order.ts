// 5/1/2024 is 5 January or 1 May. Which of them a file means is told by its other dates, else by how it is written; where
// neither tells, such a date is not guessed.

/** Which number comes first in a date of numbers; null where nobody can tell. */
export type DateOrder = "day" | "month" | null;

const numbers = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)(.*)$/;

/**
 * How a file writes its dates. `values` are some of them, from its beginning; `isEnglish`: so are its headers.
 * A day beyond the 12th decides, and where days beyond it stand in both places, nothing does. LinkedIn itself writes such
 * dates in English (with AM or PM) month first, and in its other languages day first; an English file without either was
 * saved again by a spreadsheet, under the customs of any country.
 */
export function dateOrder(values: Iterable<string>, isEnglish: boolean): DateOrder {
  let isDayFirst = false;
  let isMonthFirst = false;
  let isAmerican = false;
  for (const value of values) {
    const [, first, second, rest = ""] = numbers.exec(value.slice(0, 64)) ?? [];
    isDayFirst ||= Number(first) > 12;
    isMonthFirst ||= Number(second) > 12;
    isAmerican ||= /\d\s?[AP]M\s*$/.test(rest);
  }
  if (isDayFirst !== isMonthFirst) return isDayFirst ? "day" : "month";
  if (isDayFirst) return null;
  if (isAmerican) return "month";
  return isEnglish ? null : "day";
}

/** Day and month in a date of two numbers, or null where it can be either of two days. */
export function ordered(first: number, second: number, order: DateOrder): { day: number; month: number } | null {
  if (order === "day") return { day: first, month: second };
  if (order === "month" || first === second) return { day: second, month: first };
  if (first > 12) return { day: first, month: second };
  return second > 12 ? { day: second, month: first } : null;
}
