import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter, daysBetween } from "@/lib/dates/format";
import { lagOf, swapOn } from "./lag";

test("the lag is between the two that are nearest, and says whose came first", () => {
  expect(lagOf({ GIVEN: ["2026-01-01"], RECEIVED: [] })).toBeNull();
  expect(lagOf({ GIVEN: ["2026-01-01", "2026-05-01"], RECEIVED: ["2026-04-11"] })).toEqual({
    days: 20,
    first: "RECEIVED",
  });
  expect(lagOf({ GIVEN: ["2026-04-01"], RECEIVED: ["2026-04-11"] })).toEqual({ days: 10, first: "GIVEN" });
  expect(lagOf({ GIVEN: ["2026-04-11"], RECEIVED: ["2026-04-11"] })).toEqual({ days: 0, first: null });
});

test("a swap is nearer than the gap, before or after, and no swap from the day named on", () => {
  expect(swapOn("2026-11-28", ["2026-11-20"], 30)).toEqual({ on: "2026-11-20", days: 8, waitUntil: "2026-12-20" });
  expect(swapOn("2026-11-28", ["2026-12-05"], 30)).toEqual({ on: "2026-12-05", days: 7, waitUntil: "2027-01-04" });
  expect(swapOn("2026-11-28", ["2026-10-29"], 30)).toBeNull();
  expect(swapOn("2026-11-28", ["2026-11-28"], 0)).toBeNull();
});

test("whatever there is: on the day to wait for it is no swap, and a day earlier it still is", () => {
  const day = fc.nat(400).map((count) => daysAfter("2026-01-01", count));
  fc.assert(
    fc.property(day, fc.array(day, { maxLength: 5 }), fc.integer({ min: 1, max: 60 }), (on, others, gap) => {
      const swap = swapOn(on, others, gap);
      if (!swap)
        return others.forEach((other) => void expect(Math.abs(daysBetween(on, other))).toBeGreaterThanOrEqual(gap));
      expect(swapOn(swap.waitUntil, others, gap)).toBeNull();
      expect(swapOn(daysAfter(swap.waitUntil, -1), others, gap)).not.toBeNull();
    }),
  );
});
