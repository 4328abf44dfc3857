import fc from "fast-check";
import { expect, test } from "vitest";
import { inPieces, limits } from "@/lib/testing/linkedin-files";
import { openFile } from "./open-file";
import { failureCodes } from "./reasons";

async function read(bytes: Uint8Array, size: number) {
  const opened = await openFile({ name: "people.csv", bytes: inPieces(bytes, size) }, limits.bytes, limits, {
    timeZone: async () => "UTC",
    recall: async () => null,
  });
  const rows = [];
  for await (const chunk of opened.rows) rows.push(...chunk.map(({ row }) => row));
  return rows;
}

const starts = [
  ...["", "BEGIN:VCARD\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "First Name,Connected On\n", "Name;E-mail\n"],
  ...["From,To,Date,Content\n", "First Name,Labels,Organization Name\n", "{", "<html>", "%PDF", "PK\u0003\u0004"],
];
const marks = [
  ":",
  ";",
  ",",
  "|",
  "\t",
  '"',
  "\\",
  "=",
  "\n",
  "\r\n",
  "\r",
  "\n ",
  "\0",
  "END:VCARD",
  "END:VEVENT",
  "a@b.test",
];
const file = fc
  .tuple(
    fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]),
    fc.constantFrom(...starts),
    fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: "grapheme", maxLength: 5 })), { maxLength: 40 }),
    fc.uint8Array({ maxLength: 4 }),
  )
  .map(([mark, start, parts, rest]) => Buffer.from([...mark, ...Buffer.from(start + parts.join("")), ...rest]));

test("any bytes at all are rows, each on a line of its own, or refused with a sentence there is", async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 1, max: 99 }), async (bytes, size) => {
      const whole = await read(bytes, bytes.length || 1).catch((error) => {
        expect(failureCodes).toContain(error.code);
        return null;
      });
      const rows = await read(bytes, size).catch(() => null);
      expect(rows).toEqual(whole);
      expect(new Set(rows?.map(({ line }) => line)).size).toBe(rows?.length ?? 0);
    }),
    { numRuns: 400 },
  );
});
