import { expect, test } from "vitest";
import type { Touch } from "./contact-files";
import { pairsAt } from "./pairs";

const text = (at: number, from: number, to: number): Touch => ({ at, from, to, how: "message" });

test("each of two people sees the other, from their own side", () => {
  expect([...pairsAt([text(5, 1, 2)], 10, 10).values()]).toEqual([
    { person: 1, other: 2, seen: [{ at: 5, how: "message", outbound: true }], again: false },
    { person: 2, other: 1, seen: [{ at: 5, how: "message", outbound: false }], again: false },
  ]);
});

test("the second of the cut belongs to the window, that of its end doesn't", () => {
  const again = (at: number) => [...pairsAt([text(9, 1, 2), text(at, 2, 1)], 10, 5).values()].map((pair) => pair.again);
  expect(again(9)).toEqual([false, false]);
  expect(again(10)).toEqual([true, true]);
  expect(again(14)).toEqual([true, true]);
  expect(again(15)).toEqual([false, false]);
});

test("who meets for the first time after the cut is not asked about", () => {
  expect(pairsAt([text(12, 1, 2)], 10, 5).size).toBe(0);
});
