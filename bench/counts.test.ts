import { expect, test } from "vitest";
import { readCounts } from "./counts";

const usual = { owners: 2_000, minutes: 3 };

test("what is typed goes before what is usual", () => {
  expect(readCounts("bench:owners", usual, [])).toEqual(usual);
  expect(readCounts("bench:owners", usual, ["50"])).toEqual({ owners: 50, minutes: 3 });
  expect(readCounts("bench:owners", usual, ["50", "1"])).toEqual({ owners: 50, minutes: 1 });
});

test.each([
  [["many"], '"many" is no number of owners. There is: npm run bench:owners -- <owners> <minutes>'],
  [["0"], '"0" is no number of owners.'],
  [["50", "-1"], '"-1" is no number of minutes.'],
  [["1.5"], '"1.5" is no number of owners.'],
  [["50", "1", "2"], '"2" is one too many.'],
])("%j is refused with what there is", (typed, sentence) => {
  expect(() => readCounts("bench:owners", usual, typed)).toThrow(sentence);
});
