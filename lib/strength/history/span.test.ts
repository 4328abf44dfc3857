import { expect, test } from "vitest";
import { earliest, spanOf, ticks } from "./span";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22);
const quiet = { now, years: 2, firstAt: null, moments: [] };
const days = ({ from, to }: { from: number; to: number }) => [(from - now) / day, (to - now) / day];

test("without contact it shows a little of both sides of today", () => {
  expect(days(spanOf(quiet))).toEqual([-90, 180]);
});

test("a young relationship begins a month before its first contact, an old one two years ago", () => {
  expect(days(spanOf({ ...quiet, firstAt: now - 200 * day }))[0]).toBe(-230);
  expect(days(spanOf({ ...quiet, firstAt: now - 2000 * day }))[0]).toBe(-730);
});

test("what is asked about is in the picture, but nothing before the first contact", () => {
  const shown = { ...quiet, firstAt: now - 2000 * day, moments: [now - 1000 * day, null, now + 900 * day] };
  expect(days(spanOf(shown))).toEqual([-1030, 930]);
  expect(earliest(shown)).toBe(now - 1030 * day);
  expect(earliest({ ...shown, moments: [now - 9000 * day] })).toBe(now - 3650 * day);
  expect(days(spanOf({ ...shown, moments: [now - 3000 * day] }))[0]).toBe(-2030);
});

test("ticks are firsts of months, of quarters, of years, as many as fit", () => {
  const shown = (years: number, most: number) =>
    ticks({ from: now - years * 365 * day, to: now }, most).map(({ at }) => new Date(at).toISOString().slice(0, 7));
  expect(shown(1, 6)).toEqual(["2026-01", "2026-03", "2026-05", "2026-07", "2026-09", "2026-11"]);
  expect(shown(2, 4)).toEqual(["2025-01", "2025-07", "2026-01", "2026-07"]);
  expect(shown(10, 6)).toEqual(["2018-01", "2020-01", "2022-01", "2024-01", "2026-01"]);
  expect(ticks({ from: now - 3650 * day, to: now }, 6)[0]?.unit).toBe("year");
});
