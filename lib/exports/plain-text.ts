/**
 * Text as address cards and calendars may carry it: with line breaks of one kind, which their writer escapes, and
 * without any other control character. A bare carriage return, or one of Unicode's own line ends, would begin a new
 * property in the eyes of some reader.
 */
export function plainText(written: string): string {
  return written
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "");
}

/** The same on one line. */
export const oneLine = (written: string): string => plainText(written).replace(/(?<!\s)\s*\n\s*/g, " ");
