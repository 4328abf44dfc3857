import { expect, test } from "vitest";
import { inPieces, limits } from "@/lib/testing/linkedin-files";
import { calendar, event } from "@/lib/testing/other-files";
import { contentLines } from "../lines/content-lines";
import { readEvents } from "./events";

// Calendars made to take time, memory or disk: each comes to an end, and what is in it is counted or refused.

const now = new Date("2026-11-22T12:00:00Z");
const most = { ...limits, rows: 100_000 };

async function outcomes(file: string) {
  const found: string[] = [];
  const lines = contentLines(inPieces(file, 65_536), limits.bytes, most);
  for await (const rows of readEvents(lines, "UTC", now, most)) {
    found.push(...rows.map(({ row }) => ("reason" in row ? row.reason : "time")));
  }
  return found;
}
const count = (all: string[], reason: string) => all.filter((each) => each === reason).length;
const ann = ":mailto:ann@example.test";

test("a thousand rules that no day fits: each of them is told, and only so many are followed to their end", async () => {
  const rule = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31";
  const found = await outcomes(
    calendar(...Array.from({ length: 1_000 }, () => event("a", ":19000101T090000Z", [ann], rule))),
  );
  expect(count(found, "time")).toBe(1_000);
  expect(count(found, "repeats")).toBeGreaterThan(800);
});

test("a clock that changes every day since 1900 is not followed either", async () => {
  const part = "BEGIN:STANDARD\r\nDTSTART:19000101T000000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\n";
  const zone = `BEGIN:VTIMEZONE\r\nTZID:Mars\r\n${part.repeat(2_000)}END:VTIMEZONE\r\n`;
  const found = await outcomes(
    calendar(zone, event("a", ";TZID=Mars:20240101T090000", [ann]), event("b", ":20240101T090000Z", [ann])),
  );
  expect(found).toEqual(["time", "zone"]);
});

test("what begins a hundred thousand times and never ends", async () => {
  const found = await outcomes(
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${"BEGIN:X\r\n".repeat(100_000)}${"END:Y\r\n".repeat(100_000)}`,
  );
  expect(count(found, "unfinished")).toBe(1);
  expect(count(found, "noEvent")).toBe(found.length - 1);
});

test("a few long entries that repeat are more than their file: refused before they fill the disk", async () => {
  const notes = `DESCRIPTION:${"x".repeat(40_000)}`;
  const file = calendar(
    ...Array.from({ length: 3 }, () => event("a", ":20200101T090000Z", [ann], "RRULE:FREQ=DAILY", notes)),
  );
  await expect(outcomes(file)).rejects.toMatchObject({ code: "repeatsTooMuch", params: { limit: 10 } });
});
