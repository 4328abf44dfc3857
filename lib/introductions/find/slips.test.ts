import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWord, isOneSlip, slipPatterns } from "./slips";

test.each([
  ["brigthwell", "brightwell", true],
  ["brightwel", "brightwell", true],
  ["brrightwell", "brightwell", true],
  ["brigdtwell", "brightwell", true],
  ["heilo", "helio", true],
  ["help", "hello", false],
  ["acme", "acme", false],
  ["abcd", "badc", false],
  ["acme", "acmesque", false],
])("%s and %s: one slip is %s", (typed, word, one) => expect(isOneSlip(typed, word)).toBe(one));

/** LIKE, for words without signs of its own. */
const isLike = (word: string, pattern: string) =>
  new RegExp(`^${pattern.replaceAll("%", ".*").replaceAll("_", ".")}$`).test(word);

test("whatever is one slip away is found by a pattern, and slips go both ways", () => {
  const letter = fc.constantFrom(..."abcde");
  const word = fc.array(letter, { minLength: 7, maxLength: 10 }).map((letters) => letters.join(""));
  fc.assert(
    fc.property(
      word,
      fc.nat(6),
      letter,
      fc.constantFrom("mistake", "omit", "add", "swap"),
      (meant, at, other, slip) => {
        const [before, here, after] = [meant.slice(0, at), meant[at] ?? "", meant.slice(at + 1)];
        const typed = {
          mistake: before + other + after,
          omit: before + after,
          add: before + other + here + after,
          swap: before + after.slice(0, 1) + here + after.slice(1),
        }[slip];
        if (typed === meant) return;
        expect(isOneSlip(typed, meant)).toBe(true);
        expect(isOneSlip(meant, typed)).toBe(true);
        expect(slipPatterns(typed).some((pattern) => isLike(meant, pattern))).toBe(true);
      },
    ),
  );
});

test("every pattern has three letters in a row", () => {
  expect(slipPatterns("labs")).not.toContain("%l_bs%");
  expect(slipPatterns("labs")).toContain("%lab_%");
  expect(foldWord("Élodie")).toBe("elodie");
});
