import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "./difference";

test("what stayed, what is gone, what is new, in reading order", () => {
  expect(differenceOf("She found the fault.", "She found and fixed the fault.")).toEqual([
    { text: "She found ", how: "same" },
    { text: "and fixed ", how: "new" },
    { text: "the fault.", how: "same" },
  ]);
  expect(differenceOf("", "New")).toEqual([{ text: "New", how: "new" }]);
  expect(differenceOf("Same", "Same")).toEqual([{ text: "Same", how: "same" }]);
});

test("both texts can be read from the pieces, whatever they are", () => {
  const text = fc.array(fc.constantFrom("she ", "found", " \n", "the", "fault", "👩‍🔧 "), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = differenceOf(before.join(""), after.join(""));
      const without = (how: string) =>
        pieces
          .filter((piece) => piece.how !== how)
          .map((piece) => piece.text)
          .join("");
      expect([without("new"), without("gone")]).toEqual([before.join(""), after.join("")]);
    }),
  );
});
