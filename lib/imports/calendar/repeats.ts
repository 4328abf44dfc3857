// The days on which an event repeats (RFC 5545, 3.3.10), for the rules that calendars offer for meetings: every so many
// days, weeks, months or years, by weekday, day of the month and month. Its tests hold it to ical.js where that is right.

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

export type Rule = {
  frequency: Frequency;
  interval: number;
  /** How often in all, the first included; null: for ever. */
  count: number | null;
  /** As written: a day, or a moment. */
  until: string | null;
  /** `nth` of the month, from its end where negative; 0: each. */
  byDay: { nth: number; weekday: number }[];
  byMonthDay: number[];
  byMonth: number[];
  bySetPosition: number[];
  weekStart: number;
};

const known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"];

/** A rule as written, or null where it is none, or one that no meeting follows. */
export function readRule(written: string): Rule | null {
  const parts = new Map<string, string>();
  for (const part of written.trim().toUpperCase().split(";").filter(Boolean)) {
    const [name = "", value = ""] = part.split("=");
    if (!known.includes(name) || value === "" || value.length > 500) return null;
    parts.set(name, value);
  }
  const frequency = parts.get("FREQ") ?? "";
  if (!isFrequency(frequency)) return null;
  const byDay = (parts.get("BYDAY")?.split(",") ?? []).map(readDay);
  const numbers = (name: string, least: number, most: number) => readNumbers(parts.get(name), least, most);
  const byMonthDay = numbers("BYMONTHDAY", -31, 31);
  const byMonth = numbers("BYMONTH", 1, 12);
  const bySetPosition = numbers("BYSETPOS", -366, 366);
  const [interval] = readNumbers(parts.get("INTERVAL") ?? "1", 1, 10_000) ?? [];
  const [count = null] = readNumbers(parts.get("COUNT"), 1, 1_000_000) ?? [undefined];
  if (!byDay.every((day) => day !== null) || !byMonthDay || !byMonth || !bySetPosition || !interval) return null;
  if (parts.has("COUNT") && count === null) return null;
  const rule: Rule = {
    ...{ frequency, interval, count, byDay, byMonthDay, byMonth, bySetPosition },
    until: parts.get("UNTIL") ?? null,
    weekStart: Math.max(0, weekdays.indexOf(parts.get("WKST") ?? "MO")),
  };
  return isFollowed(rule) ? rule : null;
}

/** Combinations whose meaning calendars don't agree on are left alone. */
function isFollowed({ frequency, byDay, byMonthDay, byMonth, bySetPosition }: Rule): boolean {
  const isNumbered = byDay.some(({ nth }) => nth !== 0);
  if (frequency === "DAILY") return !isNumbered && bySetPosition.length === 0;
  if (frequency === "WEEKLY") return !isNumbered && byMonthDay.length === 0 && bySetPosition.length === 0;
  return frequency === "MONTHLY" || byDay.length === 0 || byMonth.length > 0;
}

const dayMs = 86_400_000;
const dateOf = (day: number) => new Date(day * dayMs);
/** A day as its number from 1970-01-01. */
export const dayNumber = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / dayMs;

/** How many days a file's rules may have looked at in all: millions of events that repeat daily since 1900 are no calendar. */
export class Patience {
  constructor(private days = 5_000_000) {}

  get isOver(): boolean {
    return this.days < 0;
  }

  spend(days: number): void {
    this.days -= days;
  }
}

/**
 * The days in order, from the first to `last`: the first is `start`, whatever the rule says. Where patience is over, none
 * follow.
 */
export function* repeatedDays(rule: Rule, start: number, last: number, patience: Patience): Generator<number> {
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  if (start > last) return;
  yield start;
  left--;
  const first = dateOf(start);
  for (let period = 0; left > 0; period++) {
    patience.spend(daysIn(rule));
    if (patience.isOver) return;
    const { from, days } = periodOf(rule, start, first, period * rule.interval);
    if (from > last) return;
    for (const day of days) {
      if (day <= start) continue;
      if (day > last || left <= 0) return;
      yield day;
      left--;
    }
  }
}

/** How many days are looked at in each period. */
function daysIn({ frequency, byMonth, byMonthDay }: Rule): number {
  if (frequency === "YEARLY") return 31 * (byMonth.length || (byMonthDay.length > 0 ? 12 : 1));
  return { DAILY: 1, WEEKLY: 7, MONTHLY: 31 }[frequency];
}

/** The period (day, week, month, year) `ahead` of the first: its first day, and its days that fit. */
function periodOf(rule: Rule, start: number, first: Date, ahead: number): { from: number; days: number[] } {
  const year = first.getUTCFullYear();
  const month = first.getUTCMonth() + 1;
  const fits = (day: number) => rule.byMonth.length === 0 || rule.byMonth.includes(dateOf(day).getUTCMonth() + 1);
  switch (rule.frequency) {
    case "DAILY": {
      const day = start + ahead;
      return { from: day, days: fits(day) && isMonthDay(rule, day) && isWeekday(rule, day) ? [day] : [] };
    }
    case "WEEKLY": {
      const from = start - ((first.getUTCDay() - rule.weekStart + 7) % 7) + 7 * ahead;
      const wanted = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [first.getUTCDay()];
      const days = Array.from({ length: 7 }, (_, index) => from + index);
      return { from, days: days.filter((day) => wanted.includes(dateOf(day).getUTCDay()) && fits(day)) };
    }
    case "MONTHLY": {
      const from = dayNumber(year, month + ahead, 1);
      return { from, days: positioned(rule, fits(from) ? daysOfMonth(rule, from, first) : []) };
    }
    case "YEARLY": {
      const months = rule.byMonth.length > 0 ? rule.byMonth : rule.byMonthDay.length > 0 ? everyMonth : [month];
      const days = [...new Set(months)]
        .sort((a, b) => a - b)
        .flatMap((each) => {
          return daysOfMonth(rule, dayNumber(year + ahead, each, 1), first);
        });
      return { from: dayNumber(year + ahead, 1, 1), days: positioned(rule, days) };
    }
  }
}

const everyMonth = Array.from({ length: 12 }, (_, index) => index + 1);

/** The days of the month that begins on `from` which the rule names; without one, the day of the month it began on. */
function daysOfMonth(rule: Rule, from: number, first: Date): number[] {
  const date = dateOf(from);
  const length = dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 2, 1) - from;
  if (rule.byDay.length === 0 && rule.byMonthDay.length === 0) {
    return first.getUTCDate() <= length ? [from + first.getUTCDate() - 1] : [];
  }
  const days = Array.from({ length }, (_, index) => from + index);
  return days.filter((day) => isMonthDay(rule, day) && isWeekday(rule, day, length));
}

function isMonthDay({ byMonthDay }: Rule, day: number): boolean {
  if (byMonthDay.length === 0) return true;
  const date = dateOf(day);
  const length = dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 2, 1) - day + date.getUTCDate() - 1;
  return byMonthDay.includes(date.getUTCDate()) || byMonthDay.includes(date.getUTCDate() - length - 1);
}

function isWeekday({ byDay }: Rule, day: number, monthLength = 31): boolean {
  if (byDay.length === 0) return true;
  const date = dateOf(day);
  const fromStart = Math.ceil(date.getUTCDate() / 7);
  const fromEnd = -Math.ceil((monthLength - date.getUTCDate() + 1) / 7);
  return byDay.some(({ nth, weekday }) => weekday === date.getUTCDay() && [0, fromStart, fromEnd].includes(nth));
}

function positioned({ bySetPosition }: Rule, days: number[]): number[] {
  if (bySetPosition.length === 0) return days;
  return days.filter((_, index) => bySetPosition.includes(index + 1) || bySetPosition.includes(index - days.length));
}

function isFrequency(text: string): text is Frequency {
  return ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].includes(text);
}

function readDay(written: string): { nth: number; weekday: number } | null {
  const [, nth = "0", name = ""] = /^([+-]?[1-5])?(SU|MO|TU|WE|TH|FR|SA)$/.exec(written) ?? [];
  const weekday = weekdays.indexOf(name);
  return weekday < 0 ? null : { nth: Number(nth), weekday };
}

/** Null where one of them is no number of that range. */
function readNumbers(written: string | undefined, least: number, most: number): number[] | null {
  if (written === undefined) return [];
  const numbers = written.split(",").map((number) => (/^[+-]?\d{1,7}$/.test(number) ? Number(number) : Number.NaN));
  return numbers.every((number) => number >= least && number <= most && number !== 0) ? numbers : null;
}
