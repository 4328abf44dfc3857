import { expect, test } from "vitest";
import { measure } from "./measure";
import type { Pair } from "./pairs";

/** Twenty people in a ring, each the contact of the next; every other couple is in touch again. */
const pairs = Array.from({ length: 20 }, (_, person): Pair[] => {
  const other = (person + 1) % 20;
  const facts = { seen: [], again: person % 2 === 0 };
  return [
    { person, other, ...facts },
    { person: other, other: person, ...facts },
  ];
}).flat();
const cut = (day: number, noise: (index: number) => number) => ({
  day,
  pairs,
  values: {
    knowing: pairs.map(({ again }) => Number(again)),
    guessing: pairs.map((_, index) => noise(index)),
    silent: pairs.map(() => 0),
  },
});

test("areas of every cut, their mean, and the lead with its interval", () => {
  const cuts = [cut(1, (index) => index % 3), cut(2, (index) => index % 5)];
  const { mean, lead, cuts: measured } = measure("A ring", cuts, "knowing", ["guessing", "silent"]);
  expect(measured.map(({ day, pairs: all, again }) => [day, all, again])).toEqual([
    [1, 40, 20],
    [2, 40, 20],
  ]);
  expect(mean.knowing).toBe(1);
  expect(mean.silent).toBe(0.5);
  const areas = measured.map(({ area }) => area.guessing ?? Number.NaN) as [number, number];
  expect(mean.guessing).toBeCloseTo((areas[0] + areas[1]) / 2, 12);
  expect(lead.silent).toEqual([0.5, 0.5]);
  const [low, high] = lead.guessing ?? [Number.NaN, Number.NaN];
  expect(low).toBeLessThan(1 - (mean.guessing ?? Number.NaN));
  expect(high).toBeGreaterThan(1 - (mean.guessing ?? Number.NaN));
  expect(measure("A ring", cuts, "knowing", ["guessing", "silent"]).lead).toEqual(lead);
});
