import fc from "fast-check";
import { expect, test } from "vitest";
import { areaOfSorted, areaUnderCurve } from "./auc";

test("the order decides", () => {
  expect(areaUnderCurve([1, 2, 3, 4], [false, false, true, true])).toBe(1);
  expect(areaUnderCurve([4, 3, 2, 1], [false, false, true, true])).toBe(0);
  expect(areaUnderCurve([1, 2, 3, 4], [false, true, false, true])).toBe(0.75);
});

test("equal values count half", () => {
  expect(areaUnderCurve([7, 7, 7], [true, false, false])).toBe(0.5);
  expect(areaUnderCurve([1, 2, 2], [false, false, true])).toBe(0.75);
});

test("without both outcomes there is no area", () => {
  expect(areaUnderCurve([1, 2], [true, true])).toBeNaN();
  expect(areaUnderCurve([], [])).toBeNaN();
});

test("a weight counts as that many cases", () => {
  const once = { value: 2, again: true, weight: 1 };
  const other = [
    { value: 1, again: false, weight: 1 },
    { value: 3, again: false, weight: 1 },
  ];
  const twice = { ...once, value: 3, weight: 2 };
  const cases = [other[0], once, other[1], twice].map((given) => given as typeof once);
  const spelledOut = areaUnderCurve([1, 2, 3, 3, 3], [false, true, false, true, true]);
  expect(areaOfSorted(cases)).toBeCloseTo(spelledOut, 12);
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
      expect(
        areaUnderCurve(
          given.map(([value]) => value),
          given.map(([, positive]) => positive),
        ),
      ).toBeCloseTo(share, 12);
    }),
  );
});
