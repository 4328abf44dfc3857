import fc from "fast-check";
import { expect, test } from "vitest";
import { closestWord, slipsBetween } from "./closest";

test.each([
  ["brightwell", "brigthwell", 1],
  ["helio", "heilo", 1],
  ["helio", "hello", 1],
  ["volta", "volt", 1],
  ["kitten", "sitting", 3],
])("%s and %s", (a, b, slips) => expect(slipsBetween(a, b, 5)).toBe(slips));

test("the nearest word is meant, and none that is far", () => {
  expect(closestWord("brigthwell", ["bright", "brightwell", "wells"])).toBe("brightwell");
  expect(closestWord("acme", ["bank", "axis"])).toBeNull();
  expect(closestWord("help", ["hello"])).toBeNull();
});

test("slips count the same both ways, and never past the most asked for", () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipsBetween(a, b, 9)).toBe(slipsBetween(b, a, 9));
      expect(slipsBetween(a, b, 2)).toBe(Math.min(3, slipsBetween(a, b, 9)));
      expect(slipsBetween(a, a, 2)).toBe(0);
    }),
  );
});
