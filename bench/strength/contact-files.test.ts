import { expect, test } from "vitest";
import { contactSets, parseContactFile, readContactSet, whatToFetch } from "./contact-files";

const files = contactSets.flatMap((set) => set.files);
const [calls, texts, , messages] = files as [
  (typeof files)[number],
  (typeof files)[number],
  (typeof files)[number],
  (typeof files)[number],
];

test("calls are answered or missed, texts and messages go one way", () => {
  const header = "timestamp,caller,callee,duration";
  expect(parseContactFile(calls, `${header}\r\n184,300,301,121\r\n9252,401,457,-1\n15466,512,0,0\n\n`)).toEqual([
    { at: 184, from: 300, to: 301, how: "call" },
    { at: 9252, from: 401, to: 457, how: "missed" },
    { at: 15466, from: 512, to: 0, how: "missed" },
  ]);
  expect(parseContactFile(texts, "timestamp,sender,recipient\n18,370,512")).toEqual([
    { at: 18, from: 370, to: 512, how: "message" },
  ]);
  expect(parseContactFile(messages, "1 2 1082040961\n")).toEqual([{ at: 1082040961, from: 1, to: 2, how: "message" }]);
});

test("nobody is in touch with oneself", () => {
  expect(parseContactFile(messages, "4 4 10\n4 5 11")).toHaveLength(1);
});

test.each([
  ["a word", "1 2 3\n1 two 3", "college-messages.txt, line 2: there should be 3 whole numbers"],
  [
    "a column too few",
    "1 2",
    "line 1: there should be 3 whole numbers (sender, recipient, seconds), and it says “1 2”.",
  ],
  ["an empty cell", "1  3", "line 1"],
  ["a fraction", "1 2 3.5", "line 1"],
  ["a time before the beginning", "1 2 -3", "line 1: -3 lies before the file's beginning."],
])("%s is told with file and line", (_, text, sentence) => {
  expect(() => parseContactFile(messages, text)).toThrow(sentence);
});

test("other columns than expected are told", () => {
  expect(() => parseContactFile(calls, "from,to\n1,2")).toThrow(
    "copenhagen-calls.csv, line 1: it should be “timestamp,caller,callee,duration”.",
  );
});

test("a folder without the data names the file that is missing, and what to fetch names them all", () => {
  for (const set of contactSets) {
    expect(readContactSet(set, "there-is-no-such-folder")).toEqual({ missing: set.files[0]?.name });
  }
  for (const { name } of files) expect(whatToFetch()).toContain(name);
});
