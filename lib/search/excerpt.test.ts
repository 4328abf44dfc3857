import { expect, test } from "vitest";
import { excerpt } from "./excerpt";

/** Hits in brackets. */
const shown = (text: string, ...words: string[]) =>
  excerpt(text, words)
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join("");

test.each([
  ["Talked about tariffs.", ["tariff"], "Talked about [tariff]s."],
  ["Grüße aus der Straße", ["strasse", "grus"], "[Grüß]e aus der [Straße]"],
  ["Élodie\n\nand  Bjørn", ["bjorn", "elodie"], "[Élodie] and [Bjørn]"],
  ["E\u0301lan", ["elan"], "[E\u0301lan]"],
  ["Cart and art", ["art"], "Cart and [art]"],
  ["Only within: heartbeat", ["art"], "Only within: he[art]beat"],
  ["Nothing of it", ["zeppelin"], "Nothing of it"],
  ["", ["x"], ""],
])("%s", (text, words, hits) => expect(shown(text, ...words)).toBe(hits));

test("a long text is cut to where the hit is, at a word’s beginning", () => {
  const cut = shown(`${"before ".repeat(100)}the zeppelin landed ${"after ".repeat(100)}`, "zeppelin");
  expect(cut).toMatch(/^…before .*the \[zeppelin\] landed .*…$/);
  expect(cut.length).toBeLessThan(130);
});
