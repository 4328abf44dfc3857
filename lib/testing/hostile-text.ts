// What somebody might write into a field to make a card or a calendar say something else: for the fuzz tests.
import fc from "fast-check";

const pieces = [
  ...[
    "\r\n",
    "\n",
    "\r",
    "\r\r\n",
    "\u2028",
    "\u2029",
    "\u0085",
    "\v",
    "\f",
    "\0",
    "\u001b",
    "\ud800",
    " ",
    "\t",
    "\\n",
    "\\",
  ],
  ...[
    "END:VCARD",
    "BEGIN:VCARD",
    "END:VEVENT",
    "END:VCALENDAR",
    "TEL:1",
    "ATTENDEE:mailto:a@b",
    "X-A;B=C:d",
    "NOTE:",
    "UID:1",
  ],
  ...[";", ",", ":", '"', "^", "=", "é", "😀", "שלום", "x".repeat(80), "é".repeat(40)],
];

/** Any text, made of such pieces and of whatever else there is. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 5 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `a${parts.join("")}z`); // never blank: a blank field is left out

/** The names of the properties in it as any reader sees them, folded lines joined. */
export function propertyNames(written: string): string[] {
  const lines = written.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  if (lines.at(-1) !== "") throw new Error("It ends with a line end.");
  return lines
    .slice(0, -1)
    .filter((line) => !line.startsWith(" "))
    .map((line) => /^[A-Z-]+(?=[;:])/.exec(line)?.[0] ?? `no property: ${line}`);
}
