import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRow, withoutApostrophe } from "./csv-out";
import { CsvRows } from "./csv-rows";

test("no cell goes out as a formula, and every cell comes back as it was", () => {
  const cell = fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "'", '"', ",", "\n", "a", "1") });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const reader = new CsvRows(",", { rowLength: 10_000, columns: 100 });
      const [row] = [...reader.push(csvRow(cells)), ...reader.end()];
      for (const out of row?.cells ?? []) expect(out).not.toMatch(/^[=+\-@\t\r]/);
      expect(row?.cells.map(withoutApostrophe)).toEqual(cells);
    }),
    { numRuns: 1_000 },
  );
});
