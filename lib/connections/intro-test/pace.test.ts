import { expect, test } from "vitest";
import { paceOf } from "./pace";

const at = (...seconds: number[]) => seconds.map((second) => new Date(second * 1_000)).reverse();

test("the pace is the usual time between answers; a break isn't one", () => {
  expect(paceOf(at(0, 2, 5, 8, 4_000, 4_003))).toBe(3);
});

test("a few answers tell nothing yet", () => {
  expect(paceOf([])).toBeNull();
  expect(paceOf(at(0, 3, 6, 9))).toBeNull();
});
