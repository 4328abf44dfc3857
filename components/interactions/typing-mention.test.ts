import { expect, test } from "vitest";
import { mentionAt } from "./typing-mention";

/** The caret stands at the bar. */
const at = (text: string) => mentionAt(text.replace("|", ""), text.indexOf("|"));

test("behind an @ that begins a word, up to the caret", () => {
  expect(at("@ad|")).toEqual({ from: 0, query: "ad" });
  expect(at("Tea with @Ada Lov| in Leeds")).toEqual({ from: 9, query: "Ada Lov" });
  expect(at("(@zoë|)")).toEqual({ from: 1, query: "zoë" });
});

test.each([
  "ada@exa|",
  "@|",
  "@ ad|",
  "@Ada, and|",
  "@Ada\nand|",
  "ad|",
  "@one two three four|",
  `@${"x".repeat(40)}|`,
])("not in “%s”", (text) => expect(at(text)).toBeNull());
