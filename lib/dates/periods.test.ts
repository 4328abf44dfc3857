import { expect, test } from "vitest";
import { startOfMonth, startOfWeek } from "./periods";

test("a month begins at midnight where the owner lives", () => {
  // 1 December, 08:00 in Tokyo, is still November in London.
  const now = new Date("2026-11-30T23:00:00Z");
  expect(startOfMonth(now, "Asia/Tokyo")).toEqual(new Date("2026-11-30T15:00:00Z"));
  expect(startOfMonth(now, "Europe/London")).toEqual(new Date("2026-11-01T00:00:00Z"));
});

test("a week begins on Monday", () => {
  const sunday = new Date("2026-11-22T12:00:00Z");
  expect(startOfWeek(sunday, "UTC")).toEqual(new Date("2026-11-16T00:00:00Z"));
  expect(startOfWeek(new Date("2026-11-23T00:00:00Z"), "UTC")).toEqual(new Date("2026-11-23T00:00:00Z"));
});

test("a week in which clocks change still begins at local midnight", () => {
  // Berlin leaves summer time on Sunday 25 October 2026.
  expect(startOfWeek(new Date("2026-10-25T12:00:00Z"), "Europe/Berlin")).toEqual(new Date("2026-10-18T22:00:00Z"));
});

test("a month whose first day has no midnight begins when that day does", () => {
  // Asunción went from 00:00 to 01:00 on 1 October 2017.
  expect(startOfMonth(new Date("2017-10-15T12:00:00Z"), "America/Asuncion")).toEqual(new Date("2017-10-01T04:00:00Z"));
});
