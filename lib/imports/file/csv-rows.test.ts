import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CsvRows, type Delimiter } from "./csv-rows";

const limits = { rowLength: 10_000, columns: 100 };

function read(text: string, { delimiter = "," as Delimiter, piece = 3 } = {}) {
  const reader = new CsvRows(delimiter, limits);
  const rows = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...reader.push(text.slice(at, at + piece)));
  return [...rows, ...reader.end()];
}

test("rows, however the text is cut, with the line each starts on", () => {
  const text = 'a,b\r\n"c\nc","d ""d"""\r\re,\n\n"",x';
  const rows = [
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["c\nc", 'd "d"'] },
    { line: 5, cells: ["e", ""] },
    { line: 7, cells: ["", "x"] },
  ];
  for (let piece = 1; piece <= text.length; piece++) expect(read(text, { piece })).toEqual(rows);
});

test("a quote in the middle of a cell is a quote", () => {
  expect(read('Jane "JJ" Doe,x\n')).toEqual([{ line: 1, cells: ['Jane "JJ" Doe', "x"] }]);
});

describe("what can't be told apart is refused where it starts", () => {
  test.each([
    ['a\nb\n"c\nd\ne', "quoteOpen", 3],
    ['a\n"b"c\n', "quoteStray", 2],
    [`a\n${"x".repeat(20_000)}`, "rowTooLong", 2],
    [`a\n"${"x\n".repeat(20_000)}`, "rowTooLong", 2],
    [`a\n${",".repeat(200)}\n`, "tooManyColumns", 2],
  ])("%j", (text, code, line) => {
    expect(() => read(text, { piece: 1_000 })).toThrow(
      expect.objectContaining({ code, params: expect.objectContaining({ line }) }),
    );
  });
});

test("agrees with csv-parse on every well-formed table, in any pieces", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "é", "👩‍🚀", '"', ",", ";", "\n", "\r", " ", "\t"),
    maxLength: 8,
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      table,
      fc.constantFrom<Delimiter>(",", ";", "\t"),
      fc.integer({ min: 1, max: 9 }),
      (rows, delimiter, piece) => {
        const text = rows
          .map((cells) =>
            cells.map((value) => (/[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)),
          )
          .map((cells) => `${cells.join(delimiter)}\r\n`)
          .join("");
        const found = read(text, { delimiter, piece }).map(({ cells }) => cells);
        expect(found).toEqual(rows);
        expect(found).toEqual(parse(text, { delimiter, relax_column_count: true }));
      },
    ),
    { numRuns: 500 },
  );
});

test("any text at all is read or refused, every line of it accounted for", () => {
  const noise = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r"), maxLength: 60 });
  fc.assert(
    fc.property(noise, fc.integer({ min: 1, max: 9 }), (text, piece) => {
      let rows: { line: number }[];
      try {
        rows = read(text, { piece });
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^quote/) });
        return;
      }
      const lines = rows.map(({ line }) => line);
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
      expect(read(text, { piece: 60 })).toEqual(rows);
    }),
    { numRuns: 2_000 },
  );
});

test("50,000 quotes take no time", () => {
  const reader = new CsvRows(",", { rowLength: 1_000_000, columns: 100_000 });
  expect([...reader.push(`${'"a""b",'.repeat(50_000)}\n`)][0]?.cells).toHaveLength(50_001);
});
