import { expect, test } from "vitest";
import { waitAfter, waitLeft, withAccount, withAddress } from "./throttle";

test("five wrong passwords cost nothing, then the wait doubles and ends at a quarter of an hour", () => {
  expect([0, 4, 5, 6, 7].map((failures) => waitAfter(failures, withAccount))).toEqual([0, 0, 1_000, 2_000, 4_000]);
  expect(waitAfter(1_000_000, withAccount)).toBe(900_000);
});

test("an address has fifty, and waits five minutes at most", () => {
  expect([49, 50, 51].map((failures) => waitAfter(failures, withAddress))).toEqual([0, 1_000, 2_000]);
  expect(waitAfter(1_000_000, withAddress)).toBe(300_000);
});

test("the wait runs out by itself", () => {
  const last = new Date("2026-01-01T00:00:00Z");
  expect(waitLeft(7, last, new Date("2026-01-01T00:00:01Z"), withAccount)).toBe(3_000);
  expect(waitLeft(7, last, new Date("2026-01-01T00:00:05Z"), withAccount)).toBe(0);
});
