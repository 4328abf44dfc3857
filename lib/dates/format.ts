// How days and moments read on screen. A day is YYYY-MM-DD; a moment an ISO time with its offset. Safe in the browser.

/** Who reads: their language tag, their time zone, and when. */
export type Reader = { locale: string; timeZone: string; now: Date };

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const distances = new Map<string, Intl.RelativeTimeFormat>();

/** Made once: making a format takes seventy times as long as using it, and a page may write a thousand days. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

const written = new Map<string, string>();
const mostWritten = 5_000;

/** Written once: a page tells most moments twice, and most are those of the page before. */
function once(key: string, write: () => string): string {
  const known = written.get(key);
  if (known !== undefined) return known;
  const text = write();
  if (written.size >= mostWritten) written.clear();
  written.set(key, text);
  return text;
}

/** The calendar day (YYYY-MM-DD) a moment falls on in a time zone. */
export function dayOf(moment: string | Date, timeZone: string): string {
  const at = new Date(moment);
  return once(`${at.getTime()} ${timeZone}`, () => {
    const options = { timeZone, calendar: "iso8601", year: "numeric", month: "2-digit", day: "2-digit" } as const;
    // Sweden writes its days as they are kept; its parts, one by one, would take five times as long.
    return dateFormat("sv", options).format(at).padStart(10, "0");
  });
}

let asked: { at: number; timeZone: string; today: string } | undefined;

/** The reader's day: told once for a page, which asks for it with every day it writes. */
function todayOf({ now, timeZone }: Reader): string {
  const at = now.getTime();
  if (asked?.at !== at || asked.timeZone !== timeZone) asked = { at, timeZone, today: dayOf(now, timeZone) };
  return asked.today;
}

/** The time (HH:MM) a moment has on the clocks of a time zone. */
export function timeOf(moment: string | Date, timeZone: string): string {
  const options = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return dateFormat("en-GB", options).format(new Date(moment));
}

/** "9 Nov" this year, "3 Mar 2027" in any other. */
export function formatDay(day: string, reader: Reader): string {
  const sameYear = day.slice(0, 4) === todayOf(reader).slice(0, 4);
  return write(day, reader.locale, sameYear ? "short" : "shortWithYear");
}

/** "Sunday 22 November", as a heading for the day itself; with its year where it may be any. */
export function formatLongDay(
  day: string,
  { locale, withYear = false }: { locale: string; withYear?: boolean },
): string {
  return write(day, locale, withYear ? "longWithYear" : "long");
}

/** "9 November 2026", for a text that will be read in other years and elsewhere. */
export function formatWholeDay(day: string, { locale }: Pick<Reader, "locale">): string {
  return write(day, locale, "whole");
}

/** "today", "yesterday", "tomorrow", "in 5 days", "3 days ago"; a week or more away, the day itself. */
export function formatNearDay(day: string, reader: Reader): string {
  const away = daysBetween(todayOf(reader), day);
  if (Math.abs(away) >= 7) return formatDay(day, reader);
  const format = distances.get(reader.locale) ?? new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" });
  distances.set(reader.locale, format);
  return format.format(away, "day");
}

/** "9 Nov, 14:30" on the reader's clock. */
export function formatMoment(moment: string, reader: Reader): string {
  const { locale, timeZone } = reader;
  const time = once(`${moment} ${timeZone} ${locale}`, () =>
    dateFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(moment)),
  );
  return `${formatDay(dayOf(moment, timeZone), reader)}, ${time}`;
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnight(to).getTime() - midnight(from).getTime()) / dayMs);
}

/** The day `count` days after `day`; before it where `count` is negative. */
export function daysAfter(day: string, count: number): string {
  return new Date(midnight(day).getTime() + count * dayMs).toISOString().slice(0, 10);
}

/** Days carry no zone: written and counted in UTC throughout, they can't slip. */
function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

const shapes = {
  short: { day: "numeric", month: "short" },
  shortWithYear: { day: "numeric", month: "short", year: "numeric" },
  long: { weekday: "long", day: "numeric", month: "long" },
  longWithYear: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  whole: { day: "numeric", month: "long", year: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A month cut short has no dot ("9. Nov", as in the standalone forms of CLDR): a sentence may end with the day. */
function write(day: string, locale: string, shape: keyof typeof shapes): string {
  return once(`${day} ${locale} ${shape}`, () =>
    dateFormat(locale, { ...shapes[shape], timeZone: "UTC" })
      .formatToParts(midnight(day))
      .map(({ type, value }) => (type === "month" ? value.replace(/\.$/, "") : value))
      .join(""),
  );
}
