import fc from "fast-check";
import { expect, test } from "vitest";
import { readFilter, writeFilter } from "./syntax";
import { choices, type Term, textKeys } from "./terms";

const terms = (text: string) => readFilter(text).map(({ key, value }) => [key, value]);

test("each key says one thing, plain words are searched", () => {
  expect(
    terms('company:acme verdict:ready tag:"old friends" missing:verified strength:>60 anna https://x.example'),
  ).toEqual([
    ["company", "acme"],
    ["verdict", "READY"],
    ["tag", "old friends"],
    ["missing", "verified"],
    ["strength", { from: { at: 60, open: true } }],
    ["word", "anna"],
    ["word", "https://x.example"],
  ]);
});

test.each([
  ["strength:>=60", { from: { at: 60, open: false } }],
  ["strength:<20", { to: { at: 20, open: true } }],
  ["STRENGTH:<=20.5", { to: { at: 20.5, open: false } }],
  ["strength:40..60", { from: { at: 40, open: false }, to: { at: 60, open: false } }],
  ["last:<30d", { within: true, count: 30, unit: "d" }],
  ["last:>6M", { within: false, count: 6, unit: "m" }],
  ["last:Never", "never"],
])("%s", (text, value) => expect(readFilter(text).map((term) => term.value)).toEqual([value]));

test("several values of a key: beside each other or after commas, each once", () => {
  const both = [
    ["verdict", "READY"],
    ["verdict", "ALMOST"],
  ];
  expect(terms("verdict:ready verdict:Almost verdict:READY")).toEqual(both);
  expect(terms("verdict:ready,almost")).toEqual(both);
  expect(terms('company:"Acme, Inc",globex')).toEqual([
    ["company", "Acme, Inc"],
    ["company", "globex"],
  ]);
});

test("what has a space, a quote or a key's look is meant as it stands in quotes", () => {
  expect(terms('"anna berg" "re:zero" "say \\"hi\\""')).toEqual([
    ["word", "anna berg"],
    ["word", "re:zero"],
    ["word", 'say "hi"'],
  ]);
  expect(writeFilter(readFilter('"re:zero" "plain" "two words'))).toBe('"re:zero" plain "two words"');
});

test.each([
  ["colour:red", { code: "unknownKey", key: "colour" }],
  ["verdict:superb", { code: "unknownValue", key: "verdict", value: "superb" }],
  ["company:", { code: "noValue", key: "company" }],
  ["strength:60", { code: "strength", key: "strength" }],
  ["strength:>101", { code: "strength", key: "strength" }],
  ["strength:60..40", { code: "strength", key: "strength" }],
  ["last:yesterday", { code: "last", key: "last" }],
])("%s is not understood, and stays as it was typed", (text, problem) => {
  expect(readFilter(`${text} anna`)).toEqual([
    { key: "unread", value: text, problem },
    { key: "word", value: "anna" },
  ]);
  expect(writeFilter(readFilter(text))).toBe(text);
});

const anyText = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .filter((text) => text === text.trim() && text !== "");
const tenths = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
const bound = fc.record({ at: tenths, open: fc.boolean() });
const range = fc.oneof(
  fc.record({ from: bound }),
  fc.record({ to: bound }),
  fc.tuple(tenths, tenths).map(([one, other]) => ({
    from: { at: Math.min(one, other), open: false },
    to: { at: Math.max(one, other), open: false },
  })),
);
const age = fc.oneof(
  fc.constant("never" as const),
  fc.record({
    within: fc.boolean(),
    count: fc.integer({ min: 0, max: 9999 }),
    unit: fc.constantFrom("d", "w", "m", "y"),
  }),
);
const choice = fc
  .constantFrom(...(Object.keys(choices) as (keyof typeof choices)[]))
  .chain((key) => fc.record({ key: fc.constant(key), value: fc.constantFrom<string>(...choices[key]) }));
const term = fc.oneof(
  fc.record({ key: fc.constantFrom("word", ...textKeys), value: anyText }),
  fc.record({ key: fc.constant("strength"), value: range }),
  fc.record({ key: fc.constant("last"), value: age }),
  choice,
) as fc.Arbitrary<Term>;

test("what is written is read as what it was", () => {
  fc.assert(
    fc.property(fc.uniqueArray(term, { maxLength: 8, selector: (one) => JSON.stringify(one) }), (all) => {
      expect(readFilter(writeFilter(all))).toEqual(all);
    }),
    { numRuns: 1000 },
  );
});

test("whatever is typed is read, and written again reads the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab:,"\\ .>6\n', "tag:", "last:"), maxLength: 25 }), (text) => {
      const read = readFilter(text);
      expect(readFilter(writeFilter(read))).toEqual(read);
    }),
    { numRuns: 2000 },
  );
});
