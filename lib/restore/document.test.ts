import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../refusal";
import { DocumentReader } from "./document";

function read(text: string, pieces: number) {
  const reader = new DocumentReader();
  const rows: { table: string; line: number; value: unknown }[] = [];
  for (let at = 0; at < text.length; at += pieces) rows.push(...reader.push(text.slice(at, at + pieces)));
  reader.end();
  return { rows, head: { ...reader.head } };
}

const words = fc.string({ unit: fc.constantFrom('"', "\\", "{", "}", "[", "]", ",", ":", "\n", " ", "a", "é", "😀") });
const row = fc.dictionary(
  words,
  fc.jsonValue({ maxDepth: 2 }).filter((value) => value !== undefined),
);
const document = fc.record({
  format: fc.constant("vouch"),
  version: fc.integer(),
  tables: fc.dictionary(words, fc.array(row, { maxLength: 4 }), { maxKeys: 4, noNullPrototype: true }),
});

test("in pieces of any size and any layout, it reads the rows that JSON.parse reads", () => {
  fc.assert(
    fc.property(document, fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 1, 3), (given, pieces, indent) => {
      const text = JSON.stringify(given, null, indent);
      const parsed = JSON.parse(text) as typeof given;
      const { rows, head } = read(text, pieces);
      expect(head).toEqual({ format: "vouch", version: parsed.version });
      expect(rows.map(({ table, value }) => ({ table, value }))).toEqual(
        Object.entries(parsed.tables).flatMap(([table, values]) => values.map((value) => ({ table, value }))),
      );
    }),
    { numRuns: 500 },
  );
});

test("each row knows the line it starts on", () => {
  const text = '{"format":\n"vouch",\n"tables": {"a": [\n{"x":\n1}, {"x": 2},\n\n{"x": 3}]\n}}';
  expect(read(text, 5).rows.map(({ line }) => line)).toEqual([4, 5, 7]);
});

test("what is no such document is refused or read, and nothing else happens", () => {
  fc.assert(
    fc.property(document, fc.nat(), words, fc.nat({ max: 8 }), (given, where, junk, cut) => {
      const text = JSON.stringify(given);
      const at = where % (text.length + 1);
      const broken = text.slice(0, at) + junk + text.slice(at + cut);
      try {
        read(broken, 7);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        expect(["shape", "brokenOff", "empty"]).toContain(error.code);
        return;
      }
      JSON.parse(broken); // what it took whole is JSON
    }),
    { numRuns: 2_000 },
  );
});

test("a string that never closes and endless brackets are found before they fill the memory", () => {
  for (const endless of ['"', "{", "["]) {
    const text = `{"format": "vouch", "tables": {"contact": [{"x": ${endless.repeat(endless === '"' ? 1 : 5_000_000)}`;
    expect(() => read(text + "x".repeat(5_000_000), 65_536)).toThrow("shape");
  }
});
