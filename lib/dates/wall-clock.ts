// What the clock on the owner's wall shows. By Intl alone, so that it weighs nothing in the browser.

/** Day (2026-11-22) and time (14:30) of a moment in `timeZone`, as form fields show them. */
export function wallClock(timeZone: string, moment: Date | string = new Date()): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(moment));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? "";
  return {
    day: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

/** The day a moment falls on in `timeZone`. */
export const dayOf = (moment: Date | string, timeZone: string): string => wallClock(timeZone, moment).day;
