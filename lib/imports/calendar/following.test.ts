import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { inPieces, limits } from "@/lib/testing/linkedin-files";
import { calendar, event, windowsZone } from "@/lib/testing/other-files";
import { contentLines } from "../lines/content-lines";
import { importTest, tally } from "../testing/import-test";
import { readEvents } from "./events";

// What stands behind the entry that needs it: RANGE=THISANDFUTURE and its series, a clock and its place.

const now = new Date("2026-11-22T12:00:00Z");
const ann = ":mailto:ann@example.test";
const { contacts, database, everything, importFile, inDb, interactions, owner, undo } = importTest();

async function read(file: string, size = 9) {
  const rows = [];
  const lines = contentLines(inPieces(file, size), limits.bytes, limits);
  for await (const chunk of readEvents(lines, "Europe/Berlin", now, limits)) rows.push(...chunk.map(({ row }) => row));
  return rows;
}
const told = async (...parts: string[]) =>
  (await read(calendar(...parts))).map((row) => ("outcome" in row ? `${row.outcome} ${row.reason}` : row.fields.at));

/** Daily at 9 in Berlin, over the end of summer time. */
const daily = event("a", ";TZID=Europe/Berlin:20261023T090000", [ann], "RRULE:FREQ=DAILY;COUNT=5");
const later = event(
  "a",
  ";TZID=Europe/Berlin:20261024T103000",
  [ann],
  "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261024T090000",
);

test("this and all that follow are moved alike, wherever they stand, as ical.js has it", async () => {
  const moved = ["2026-10-24T08:30", "2026-10-25T09:30", "2026-10-26T09:30", "2026-10-27T09:30"];
  const series = ["2026-10-23T07:00", "2026-10-24T07:00", "2026-10-25T08:00", "2026-10-26T08:00", "2026-10-27T08:00"];
  const minutes = (all: (string | undefined)[]) => all.map((at) => at?.slice(0, 16));
  expect(minutes(await told(daily, later))).toEqual([...series, ...moved]);
  expect(minutes(await told(later, daily))).toEqual([...series, ...moved]);

  const [first, second] = new ICAL.Component(ICAL.parse(calendar(daily, later))).getAllSubcomponents("vevent");
  if (!first || !second) throw new Error("There are two.");
  const theirs = new ICAL.Event(first, { exceptions: [second] });
  const times = theirs.iterator();
  const found: string[] = [];
  for (let next = times.next(); next; next = times.next()) {
    found.push(theirs.getOccurrenceDetails(next).startDate.toString().slice(0, 16));
  }
  // By the clock of Berlin: ical.js has no place without a VTIMEZONE.
  const inBerlin = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  expect([series[0], ...moved].map((at) => inBerlin.format(new Date(`${at}Z`)).replace(" ", "T"))).toEqual(found);
});

test("each takes the place of the one its rule gives", async () => {
  const rows = await read(calendar(daily, later));
  const ids = rows.slice(1, 5).map((row) => "proposedId" in row && row.proposedId);
  expect(rows.slice(5).map((row) => row.fields.instead)).toEqual(ids);
  expect(rows.slice(5).map((row) => "proposedId" in row && row.proposedId)).toEqual(ids);
});

test.each([
  [
    "called off",
    event("a", "", [], "STATUS:CANCELLED", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261026T080000Z"),
    "cancelled",
    2,
  ],
  [
    "with nobody",
    event("a", ":20261026T080000Z", [], "RECURRENCE-ID;RANGE=THISANDFUTURE:20261026T080000Z"),
    "noAttendees",
    2,
  ],
  [
    "moved to come",
    event("a", ":20271026T080000Z", [ann], "RECURRENCE-ID;RANGE=THISANDFUTURE:20261026T080000Z"),
    "notYet",
    2,
  ],
])("%s from one time on: none of them is left as it was", async (_what, change, reason, count) => {
  const rows = await read(calendar(daily, change));
  const replaced = rows.filter((row) => "outcome" in row && row.reason === reason && row.fields.instead);
  expect(replaced).toHaveLength(count);
});

test("moved back from what is still to come", async () => {
  const series = event("a", ":20261120T090000Z", [ann], "RRULE:FREQ=DAILY;COUNT=5");
  const change = event("a", ":20261121T080000Z", [ann], "RECURRENCE-ID;RANGE=THISANDFUTURE:20261123T090000Z");
  expect(await told(series, change)).toEqual([
    ...["2026-11-20T09:00:00.000Z", "2026-11-21T09:00:00.000Z", "2026-11-22T09:00:00.000Z", "SKIPPED notYet"],
    ...["2026-11-21T08:00:00.000Z", "2026-11-22T08:00:00.000Z"],
  ]);
});

test("of a series that isn't in the file only the one time is known, and it says so", async () => {
  expect(await told(later)).toEqual(["2026-10-24T08:30:00.000Z", "SKIPPED repeats"]);
});

test("a place whose clock stands behind the entry, even behind all of them", async () => {
  const inWindows = event("b", ";TZID=W. Europe Standard Time:20240601T090000", [ann]);
  const other = event("c", ":20240602T090000Z", [ann]);
  const nowhere = event("d", ";TZID=Mars:20240601T090000", [ann]);
  expect(await told(inWindows, other, nowhere, windowsZone)).toEqual([
    ...["2024-06-02T09:00:00.000Z", "2024-06-01T07:00:00.000Z", "FAILED zone"],
  ]);
});

test("whatever order a file is in, it tells the same", async () => {
  const change = (id: number, day: number) =>
    fc.constantFrom(
      event(`${id}`, `:202610${day}T100000Z`, [ann], `RECURRENCE-ID;RANGE=THISANDFUTURE:202610${day}T070000Z`),
      event(
        `${id}`,
        `:202610${day}T110000Z`,
        [ann],
        `RECURRENCE-ID;RANGE=THISANDFUTURE:202610${day}T070000Z`,
        "STATUS:CANCELLED",
      ),
      event(`${id}`, `:202610${day}T120000Z`, [ann], `RECURRENCE-ID:202610${day}T070000Z`),
      event(`${id}`, ";TZID=Mars:20261010T090000", [ann]),
    );
  const series = (id: number) =>
    event(`${id}`, ";TZID=W. Europe Standard Time:20261010T090000", [ann], "RRULE:FREQ=DAILY;COUNT=20");
  const changes = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 10, max: 28 })).chain(([id, day]) => change(id, day)),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(
      changes.chain((all) => {
        const parts = [series(1), series(2), windowsZone, ...all];
        return fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length }));
      }),
      async ([one, other]) => {
        expect((await told(...other)).toSorted()).toEqual((await told(...one)).toSorted());
      },
    ),
    { numRuns: 30 },
  );
});

test("more of them than fit in memory are told as mistakes, and none is lost", async () => {
  const most = { ...limits, rows: 20_000, unpackedBytes: 100_000_000 };
  const entry = event("b", ";TZID=W. Europe Standard Time:20240601T090000", [ann], `DESCRIPTION:${"x".repeat(900)}`);
  const file = calendar(entry.repeat(10_000), windowsZone);
  const reasons = new Map<string, number>();
  const lines = contentLines(inPieces(file, 65_536), file.length, most);
  for await (const rows of readEvents(lines, "UTC", now, most)) {
    for (const { row } of rows) {
      const reason = "reason" in row ? row.reason : "time";
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  expect([...reasons.keys()].sort()).toEqual(["time", "zone"]);
  expect([...reasons.values()].reduce((sum, count) => sum + count, 0)).toBe(10_000);
});

test("imported, a change of one time counts before one of all that follow, and a later one before an earlier", async () => {
  await inDb((db) =>
    db.contact.create({
      data: {
        ...{ ownerId: db.owner, fullName: "Ann Byron" },
        points: { create: { kind: "EMAIL", value: "ann@example.test", normalised: "ann@example.test" } },
      },
    }),
  );
  const { rows } = await database.admin.query("select email from app_user where id = $1", [owner()]);
  const people = [`:mailto:${rows[0].email}`, ann];
  const before = await everything();
  const batch = await importFile({
    "work.ics": calendar(
      event("a", ":20240401T110000Z", people, "RECURRENCE-ID;RANGE=THISANDFUTURE:20240401T090000Z"),
      event("a", ":20240101T090000Z", people, "RRULE:FREQ=MONTHLY;COUNT=6"),
      event("a", ":20240201T100000Z", people, "RECURRENCE-ID;RANGE=THISANDFUTURE:20240201T090000Z"),
      event("a", ":20240507T070000Z", people, "RECURRENCE-ID:20240501T090000Z"),
    ),
  });
  expect((await interactions()).map(({ occurredAt }) => occurredAt.toISOString().slice(5, 16))).toEqual([
    ...["01-01T09:00", "02-01T10:00", "03-01T10:00", "04-01T11:00", "05-07T07:00", "06-01T11:00"],
  ]);
  // Five of the rule, three of the first change and one of the second have another in their place.
  expect(tally(batch)).toEqual({ CREATED: 6, "SKIPPED replaced": 9 });
  expect(await contacts()).toHaveLength(1);
  await undo(batch.id);
  expect(await everything()).toEqual(before);
});
