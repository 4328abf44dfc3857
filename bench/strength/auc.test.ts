import fc from "fast-check";
import { expect, test } from "vitest";
import { areaUnderCurve, rank } from "./auc";

const area = (values: number[], again: boolean[], weights: number[] = []) =>
  areaUnderCurve(
    rank(
      values,
      again.map((positive, index) => ({ again: positive, weight: weights[index] ?? 1 })),
    ),
  );

test("the order decides", () => {
  expect(area([1, 2, 3, 4], [false, false, true, true])).toBe(1);
  expect(area([4, 3, 2, 1], [false, false, true, true])).toBe(0);
  expect(area([1, 2, 3, 4], [false, true, false, true])).toBe(0.75);
});

test("equal values count half", () => {
  expect(area([7, 7, 7], [true, false, false])).toBe(0.5);
  expect(area([1, 2, 2], [false, false, true])).toBe(0.75);
});

test("without both outcomes there is no area", () => {
  expect(area([1, 2], [true, true])).toBeNaN();
  expect(area([], [])).toBeNaN();
});

test("a weight counts as that many of the same", () => {
  const spelledOut = area([1, 2, 3, 3, 3], [false, true, false, true, true]);
  expect(area([1, 2, 3, 3], [false, true, false, true], [1, 1, 1, 2])).toBeCloseTo(spelledOut, 12);
  expect(area([1, 2, 3, 3, 0], [false, true, false, true, true], [1, 1, 1, 2, 0])).toBeCloseTo(spelledOut, 12);
});

test("it is the share of couples in the right order", () => {
  const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(cases, (given) => {
      const again = given.filter(([, positive]) => positive);
      const not = given.filter(([, positive]) => !positive);
      fc.pre(again.length > 0 && not.length > 0);
      const couples = again.flatMap(([high]) => not.map(([low]) => (high > low ? 1 : high === low ? 0.5 : 0)));
      const share = couples.reduce<number>((sum, right) => sum + right, 0) / couples.length;
      const values = given.map(([value]) => value);
      const outcomes = given.map(([, positive]) => positive);
      expect(area(values, outcomes)).toBeCloseTo(share, 12);
    }),
  );
});
