import fc from "fast-check";
import { expect, test } from "vitest";
import { combineTexts, markTexts } from "./texts";

const word = fc.constantFrom("tea", "Oslo", "talk", "moved", "likes", "harbour", "in", "June");
const lineOfWords = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const someText = fc.array(lineOfWords, { maxLength: 8 }).map((lines) => lines.join("\n"));

const linesOf = (text: string) => text.split("\n").filter(Boolean);

test("what was added in either of two tabs is in both in one", () => {
  fc.assert(
    fc.property(someText, someText, someText, (before, mine, theirs) => {
      const combined = linesOf(combineTexts(before, mine, theirs));
      for (const line of [...linesOf(mine), ...linesOf(theirs)]) {
        if (!linesOf(before).includes(line)) expect(combined).toContain(line);
      }
    }),
  );
});

test("without knowing what both began with, no line of either is missing", () => {
  fc.assert(
    fc.property(someText, someText, (mine, theirs) => {
      const combined = linesOf(combineTexts(null, mine, theirs));
      for (const line of [...linesOf(mine), ...linesOf(theirs)]) expect(combined).toContain(line);
    }),
  );
});

test("where only one of them changed something, both in one is that one", () => {
  fc.assert(
    fc.property(someText, someText, (before, changed) => {
      expect(combineTexts(before, before, changed)).toBe(changed);
      expect(combineTexts(before, changed, before)).toBe(changed);
    }),
  );
});

test("a line taken out here and one added there: it stays out, and the other is in", () => {
  const before = "Met in Oslo.\nLikes tea.\nHas two children.\nPlays chess.";
  const mine = "Met in Oslo.\nLikes tea.\nHas two children.";
  const theirs = "Met in Oslo, at the fair.\nLikes tea.\nHas two children.\nPlays chess.";
  expect(combineTexts(before, mine, theirs)).toBe("Met in Oslo, at the fair.\nLikes tea.\nHas two children.");
});

test("both went on writing at the end: theirs stands first, mine after it", () => {
  expect(combineTexts("Met in Oslo.", "Met in Oslo.\nLikes tea.", "Met in Oslo.\nMoved to Bergen.")).toBe(
    "Met in Oslo.\nMoved to Bergen.\nLikes tea.",
  );
});

test("each side reads as it was written, and what only one has is marked there alone", () => {
  fc.assert(
    fc.property(someText, someText, (mine, theirs) => {
      const marked = markTexts(mine, theirs);
      const read = (side: typeof marked.mine) => side.map(({ text }) => text).join("");
      expect([read(marked.mine), read(marked.theirs)]).toEqual([mine, theirs]);
      const shared = (side: typeof marked.mine) => read(side.filter((stretch) => stretch.shared)).replace(/\s/g, "");
      expect(shared(marked.mine)).toBe(shared(marked.theirs));
    }),
  );
  const { mine } = markTexts("Moved to Bergen in June", "Moved to Oslo in June");
  expect(mine.filter(({ shared }) => !shared)).toEqual([{ text: "Bergen", shared: false }]);
});

test("long texts that have nothing in common take no time worth naming, and none of them is lost", () => {
  const mine = Array.from({ length: 9_000 }, (_, n) => `a${n}`).join("\n");
  const theirs = Array.from({ length: 9_000 }, (_, n) => `b${n}`).join("\n");
  const combined = combineTexts("", mine, theirs);
  expect(combined).toContain(mine);
  expect(combined).toContain(theirs);
  expect(
    markTexts(mine, theirs)
      .mine.map(({ text }) => text)
      .join(""),
  ).toBe(mine);
});
