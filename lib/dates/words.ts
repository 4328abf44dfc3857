// Days and times in a person's own words ("last tue", "yesterday 3pm", "in 2 Wochen"), read by chrono-node in English and
// German. Where its guess could surprise, the rules below decide. In the browser it is loaded when a field first needs it.
import { casual as german } from "chrono-node/de";
import { casual as american, GB as english, type ParsedResult } from "chrono-node/en";
import { dayOf, timeOf } from "./format";

/** `locale`: "de-DE", "en"; `prefer`: what a bare weekday, or a date without its year, means. */
export type Asking = { locale: string; timeZone: string; now: Date; prefer: "past" | "future" };

/** A day (2026-11-22), and a time (14:30) where one was said. */
export type Said = { day: string; time: string | null };

const longest = 200;
const years = { first: 1900, last: 2200 };
const dayMs = 86_400_000;

/** What chrono doesn't know, in words it does. */
const otherwise: [RegExp, string][] = [
  [/\b(the )?day after tomorrow\b/gi, "in 2 days"],
  [/\b(the )?day before yesterday\b/gi, "2 days ago"],
  [/\b(letzte[rs]?|vorige[nrs]?|vergangene[nrs]?)(?= [a-z])/gi, "letzten"],
  [/\b(nächste[rs]?|naechste[nrs]?)(?= (mo|di|mi|do|fr|sa|so))/gi, "nächsten"],
  [/\bkommende[nrs]?(?= [a-z])/gi, "diesen"],
  [/\b(\d{1,2})\.(\d{1,2})\.(?!\d)/g, "$1/$2"],
];

const told = /\b(last|past|this|next|letzte|diese|nächste)/i;
const zoned = /\b(utc|gmt|z)\b/i;
/** Words around a date that say nothing more. */
const filler = /^(?:[\s,.;:–-]|\b(?:on|at|by|until|the|am|um|bis|zum|den|der)\b)*$/i;

/** The whole of `text` as a day, with a time where one is said; null where it is none, or more than one. */
export function readWords(text: string, asking: Asking): Said | null {
  const typed = text.trim();
  const exact = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?$/.exec(typed);
  if (exact?.[1]) return valid({ day: exact[1], time: exact[2] ?? null });
  return inEither(typed, asking, (written, found) => {
    const [only, ...more] = found;
    if (!only || more.length > 0 || !filler.test(outside(written, only))) return null;
    return settle(only, asking);
  });
}

/** The last day said in `text`, and what else it says: "call next Tuesday at 2pm" is Tuesday, 14:00, "call". */
export function findWords(text: string, asking: Asking): (Said & { rest: string }) | null {
  return inEither(text.trim(), asking, (written, found) => {
    const last = found.filter((result) => result.text.trim().length > 2).at(-1); // "so", "do": rarely a Sunday, a Thursday
    const said = last ? settle(last, asking) : null;
    return last && said ? { ...said, rest: restOf(written, last) } : null;
  });
}

/** In the reader's own language, else in the other. */
function inEither<Answer>(
  text: string,
  { locale, timeZone, now }: Asking,
  answer: (written: string, found: ParsedResult[]) => Answer | null,
): Answer | null {
  if (text === "" || text.length > longest || zoned.test(text)) return null;
  const written = otherwise.reduce((before, [from, to]) => before.replace(from, to), text);
  // chrono reckons in zones by offset; here the owner's wall clock is told to it as UTC, and read back as it stands.
  const clock = new Date(`${dayOf(now, timeZone)}T${timeOf(now, timeZone)}:00Z`);
  const inEnglish = locale === "en-US" ? american : english; // 3/4 is the third of April, except in America
  for (const language of locale.startsWith("de") ? [german, inEnglish] : [inEnglish, german]) {
    const found = answer(written, language.parse(written, { instant: clock, timezone: 0 }));
    if (found) return found;
  }
  return null;
}

/** The day that is meant. A bare weekday is the last one (today's too) or the next (not today's); so is a date without its year. */
function settle({ text, start }: ParsedResult, { timeZone, now, prefer }: Asking): Said | null {
  if (start.isCertain("timezoneOffset") && start.get("timezoneOffset") !== 0) return null;
  if (start.isCertain("month") && !start.isCertain("day") && !start.isCertain("year")) return null; // "may" is a word too
  const today = dayOf(now, timeZone);
  const time = start.isCertain("hour") ? timeSaid(text, Number(start.get("hour")), Number(start.get("minute"))) : null;
  const weekday = start.isCertain("weekday") && !start.isCertain("day") ? start.get("weekday") : null;
  const [year, month, date] = [Number(start.get("year")), Number(start.get("month")), Number(start.get("day"))];
  let day = dayFrom(year, month, date);
  if (weekday !== null && !told.test(text)) day = nearestWeekday(today, weekday, prefer);
  else if (start.isCertain("day") && !start.isCertain("year")) day = nearestYear(today, month, date, prefer);
  else if (time && !start.isCertain("day") && weekday === null)
    day = nearestTime(today, time, timeOf(now, timeZone), prefer);
  return day === null ? null : valid({ day, time });
}

function nearestWeekday(today: string, weekday: number, prefer: Asking["prefer"]): string {
  const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7;
  return later(today, prefer === "past" ? (ahead === 0 ? 0 : ahead - 7) : ahead || 7);
}

function nearestYear(today: string, month: number, date: number, prefer: Asking["prefer"]): string | null {
  const year = Number(today.slice(0, 4));
  const thisYear = dayFrom(year, month, date);
  if (thisYear === null || (prefer === "past" ? thisYear <= today : thisYear >= today)) return thisYear;
  return dayFrom(prefer === "past" ? year - 1 : year + 1, month, date);
}

/** A time alone is the last of today and yesterday at which it was, or the next. */
function nearestTime(today: string, time: string, now: string, prefer: Asking["prefer"]): string {
  if (prefer === "past") return time <= now ? today : later(today, -1);
  return time >= now ? today : later(today, 1);
}

/** "at 2" is in the afternoon; "2:00", "2 am" and "02" say what they mean. */
function timeSaid(text: string, hour: number, minute: number): string {
  const afternoon = hour >= 1 && hour <= 6 && /(?:^|\s)[1-6]$/.test(text) ? hour + 12 : hour;
  return `${pad(afternoon)}:${pad(minute)}`;
}

const pad = (number: number) => String(number).padStart(2, "0");
const later = (day: string, days: number) => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Null where the calendar has no such day. */
function dayFrom(year: number, month: number, date: number): string | null {
  const day = `${String(year).padStart(4, "0")}-${pad(month)}-${pad(date)}`;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day ? null : day;
}

function valid({ day, time }: Said): Said | null {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (year < years.first || year > years.last || dayFrom(year, month, date) === null) return null;
  return time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? { day, time } : null;
}

function outside(text: string, { index, text: said }: ParsedResult): string {
  return `${text.slice(0, index)} ${text.slice(index + said.length)}`;
}

/** Without the word that led to the date: "send the paper by Friday" leaves "send the paper". */
function restOf(text: string, { index, text: said }: ParsedResult): string {
  const before = text.slice(0, index).replace(/\b(?:on|at|by|until|am|um|bis|zum)\s+$/i, "");
  return `${before.trimEnd()} ${text.slice(index + said.length).trimStart()}`
    .replace(/^[\s,.;:–-]{1,50}/, "")
    .replace(/[\s,;:–-]{1,50}$/, "");
}
