import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionsIn, partsOf, plainNotes, storedNotes } from "./text";

const ada = "01939d50-0000-7000-8000-000000000001";
const bea = "01939d50-0000-7000-8000-000000000002";
const as = (name: string, id = ada, called = name) => ({ id, name, called });

test("an @ before a name becomes the contact, and reads as it was typed", () => {
  const stored = storedNotes("Tea with @Ada Byron. @Ada Byron knows tides.", [as("Ada Byron")]);
  expect(stored).toBe(`Tea with @[Ada Byron](contact:${ada}). @[Ada Byron](contact:${ada}) knows tides.`);
  expect(plainNotes(stored)).toBe("Tea with @Ada Byron. @Ada Byron knows tides.");
  expect(mentionsIn(stored).map(({ id }) => id)).toEqual([ada, ada]);
});

test("the longest name counts, and only a whole one", () => {
  const both = [as("Ada"), as("Ada Byron", bea)];
  expect(storedNotes("@Ada Byron, @Ada, @Adams", both)).toBe(
    `@[Ada Byron](contact:${bea}), @[Ada](contact:${ada}), @Adams`,
  );
});

test("namesakes are meant in their order", () => {
  const stored = storedNotes("@Ada and @Ada and @Ada", [as("Ada"), as("Ada", bea)]);
  expect(mentionsIn(stored).map(({ id }) => id)).toEqual([ada, bea, bea]);
});

test("renamed, moved and gone: the words follow, or stay as they were", () => {
  const stored = `With @[Ada Byron](contact:${ada}) and @[Bea](contact:${bea}).`;
  const now = (id: string) => (id === ada ? { id: bea, name: "Ada Lovelace" } : undefined);
  expect(plainNotes(stored, now)).toBe("With @Ada Lovelace and @Bea.");
  expect(partsOf(stored, now)).toEqual([
    "With ",
    { id: bea, name: "Ada Lovelace" },
    " and ",
    { id: null, name: "Bea" },
    ".",
  ]);
});

test("a token somebody typed is only words, and a name can't break out of its own", () => {
  expect(storedNotes(`@[Eve](contact:${ada})`, [])).toBe("@Eve");
  const odd = storedNotes("@x](contact:y)", [as("x](contact:y)")]);
  expect(mentionsIn(odd)).toEqual([{ id: ada, name: "x)(contact:y)" }]);
});

test("whatever is written reads back as it was typed, at once", () => {
  const piece = fc.constantFrom("@", "@Ada", "[", "](contact:", ada, ")", " ", "\n", "Ada", "é", "🚀", "@[", "@Bea Q");
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (typed) => {
      const plain = plainNotes(typed);
      expect(plainNotes(storedNotes(typed, [as("Ada"), as("Bea Q", bea)]))).toBe(plainNotes(plain));
    }),
  );
  storedNotes("@[".repeat(10_000), [as("Ada")]);
  mentionsIn(`@[${"x".repeat(20_000)}`.repeat(2));
});
