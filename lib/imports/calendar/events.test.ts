import fc from "fast-check";
import { expect, test } from "vitest";
import { inPieces, limits } from "@/lib/testing/linkedin-files";
import { calendar, event, windowsZone } from "@/lib/testing/other-files";
import type { ReadRow } from "../file/staged-row";
import { contentLines } from "../lines/content-lines";
import { readEvents } from "./events";
import { mostTimes } from "./times";

const now = new Date("2026-11-22T12:00:00Z");
const ann = ";CN=Ann:mailto:ann@example.test";

async function read(file: string | Uint8Array, size = 9): Promise<ReadRow[]> {
  const rows = [];
  const lines = contentLines(inPieces(file, size), limits.bytes, limits);
  for await (const chunk of readEvents(lines, "Europe/Berlin", now, limits)) rows.push(...chunk);
  return rows;
}
const outcome = ({ row }: ReadRow) => ("outcome" in row ? `${row.outcome} ${row.reason}` : (row.fields.at ?? ""));
const outcomes = async (...parts: string[]) => (await read(calendar(...parts))).map(outcome);

test.each([
  ["in UTC", ":20240601T090000Z", "2024-06-01T09:00:00.000Z"],
  ["in a place", ";TZID=America/New_York:20240601T090000", "2024-06-01T13:00:00.000Z"],
  [
    "in a place with a path",
    ';TZID="/freeassociation.sourceforge.net/Europe/Oslo":20240601T090000',
    "2024-06-01T07:00:00.000Z",
  ],
  ["where the owner is", ":20240601T090000", "2024-06-01T07:00:00.000Z"],
  ["a whole day", ";VALUE=DATE:20240601", "2024-06-01T10:00:00.000Z"],
  ["in Windows' own place, in summer", ";TZID=W. Europe Standard Time:20240601T090000", "2024-06-01T07:00:00.000Z"],
  ["in Windows' own place, in winter", ";TZID=W. Europe Standard Time:20241201T090000", "2024-12-01T08:00:00.000Z"],
  ["in no place at all", ";TZID=Mars Standard Time:20240601T090000", "FAILED zone"],
  ["on no day at all", ":20240231T090000", "FAILED date"],
])("a time %s", async (_what, start, expected) => {
  expect(await outcomes(windowsZone, event("a", start, [ann]))).toEqual([expected]);
});

test.each([
  ["cancelled", [event("a", ":20240601T090000Z", [ann], "STATUS:CANCELLED")], ["SKIPPED cancelled"]],
  ["with nobody", [event("a", ":20240601T090000Z", [])], ["SKIPPED noAttendees"]],
  ["to come", [event("a", ":20270601T090000Z", [ann])], ["SKIPPED notYet"]],
  ["a task", ["BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO\r\n"], ["SKIPPED noEvent"]],
  [
    "without an end",
    [`BEGIN:VEVENT\r\nUID:x\r\n${event("b", ":20240601T090000Z", [ann])}`],
    ["FAILED unfinished", "2024-06-01T09:00:00.000Z"],
  ],
  [
    "every two weeks",
    [event("a", ":20260901T090000Z", [ann], "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3", "EXDATE:20260915T090000Z")],
    ["2026-09-01T09:00:00.000Z", "2026-09-29T09:00:00.000Z"],
  ],
  [
    "with a day taken out of its times",
    [event("a", ":20260901T090000Z", [ann], "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20260902")],
    ["2026-09-01T09:00:00.000Z", "2026-09-03T09:00:00.000Z"],
  ],
  [
    "until a moment",
    [event("a", ":20260901T090000Z", [ann], "RRULE:FREQ=DAILY;UNTIL=20260902T085959Z")],
    ["2026-09-01T09:00:00.000Z"],
  ],
  [
    "every second, which no meeting is",
    [event("a", ":20260901T090000Z", [ann], "RRULE:FREQ=SECONDLY")],
    ["2026-09-01T09:00:00.000Z", "SKIPPED repeats"],
  ],
])("an event %s", async (_what, parts, expected) => {
  expect(await outcomes(...parts)).toEqual(expected);
});

test("what repeats for ever comes in up to the limit, the latest, and never from the future", async () => {
  const rows = await outcomes(event("a", ":20150101T090000Z", [ann], "RRULE:FREQ=DAILY"));
  expect(rows).toHaveLength(mostTimes + 2);
  expect(rows.at(mostTimes - 1)).toBe("2026-11-22T09:00:00.000Z");
  expect(rows.slice(-2)).toEqual(["SKIPPED tooOften", "SKIPPED notYet"]);
});

test("a repeated time keeps its clock through the summer", async () => {
  expect(await outcomes(event("a", ";TZID=Europe/Berlin:20260324T090000", [ann], "RRULE:FREQ=WEEKLY;COUNT=2"))).toEqual(
    ["2026-03-24T08:00:00.000Z", "2026-03-31T07:00:00.000Z"],
  );
});

test("an occurrence that was changed is the occurrence it was", async () => {
  const [first, second, changed] = await read(
    calendar(
      event("a", ";TZID=Europe/Berlin:20260302T090000", [ann], "RRULE:FREQ=DAILY;COUNT=2"),
      event("a", ":20260305T100000Z", [ann], "RECURRENCE-ID:20260303T080000Z"),
    ),
  );
  expect(first?.row).not.toHaveProperty("fields.instead");
  expect(second?.row).toHaveProperty("proposedId");
  expect(changed?.row).toMatchObject({ proposedId: second && "proposedId" in second.row && second.row.proposedId });
  expect(changed?.row.fields).toMatchObject({ at: "2026-03-05T10:00:00.000Z", instead: expect.any(String) });
});

test("people are known by e-mail, however it is written; rooms, lists and who declined aren't among them", async () => {
  const [row] = await read(
    calendar(
      event(
        "a",
        ":20240601T090000Z",
        [
          ';CN="Byron, Ann";ROLE=REQ-PARTICIPANT:MAILTO:Ann@Example.test',
          ";CN=Bea;EMAIL=bea@example.test:urn:uuid:1",
          ";PARTSTAT=DECLINED:mailto:cy@example.test",
          ";CUTYPE=ROOM:mailto:room@example.test",
          ";CUTYPE=GROUP:mailto:all@example.test",
          ":mailto:nonsense",
          ":mailto:z%C3%B6e@example.test?subject=x",
          ":max@example.test",
          ';CN="Di:mailto:di@example.test',
        ],
        "ORGANIZER;CN=Max:mailto:max@example.test",
        "LOCATION:https://meet.google.com/abc",
      ),
    ),
  );
  expect(row?.row).toMatchObject({
    people: [
      "mailto:max@example.test",
      "mailto:max@example.test",
      "mailto:ann@example.test",
      "mailto:bea@example.test",
      "mailto:zöe@example.test",
      "mailto:di@example.test",
    ],
    fields: { declined: "mailto:cy@example.test", kind: "VIDEO" },
  });
  expect(row?.participants?.map(({ name }) => name)).toEqual([
    ...["Max", "Byron, Ann", "Bea", "cy@example.test"],
    ...["zöe@example.test", "max@example.test", '"Di'],
  ]);
});

test("whatever an event holds, it is at least one row", async () => {
  const mark = fc.constantFrom(
    ":",
    ";",
    "=",
    '"',
    ",",
    "20240101",
    "T090000Z",
    "TZID=",
    "FREQ=DAILY",
    "COUNT=9",
    "é",
    "mailto:a@b.test",
    "-1MO",
    "\n ",
  );
  const name = fc.constantFrom(
    "DTSTART",
    "RRULE",
    "EXDATE",
    "RDATE",
    "ATTENDEE",
    "ORGANIZER",
    "RECURRENCE-ID",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20240101T090000Z",
    "DTSTART;TZID=Nowhere:20240101T090000",
    "UID:1",
    "STATUS",
    "SUMMARY",
    "UID",
  );
  const line = fc.tuple(name, fc.array(mark, { maxLength: 8 })).map(([start, marks]) => start + marks.join(""));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(line, { maxLength: 8 }), { maxLength: 4 }), async (events) => {
      const file = calendar(...events.map((lines) => `BEGIN:VEVENT\n${[...lines, "X:1"].join("\n")}\nEND:VEVENT\n`));
      const rows = await read(file, 50);
      expect(rows.length).toBeGreaterThanOrEqual(events.length);
      expect(new Set(rows.map(({ row }) => row.line)).size).toBe(rows.length);
    }),
    { numRuns: 150 },
  );
});

test("any bytes are read to their end or refused in a sentence", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const rows = await read(Buffer.concat([Buffer.from("BEGIN:VCALENDAR\nBEGIN:VEVENT\n"), bytes]), 50).catch(
        (error) => {
          expect(error).toMatchObject({ name: "Refusal", code: "nul" });
          return null;
        },
      );
      if (rows) expect(rows.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});
