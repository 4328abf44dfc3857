import fc from "fast-check";
import { expect, test } from "vitest";
import { columnNames, narrowest, readColumns, usualColumns, widest, writeColumns } from "./columns";

test("columns are read as they were written, in their order and width, none of them too", () => {
  const column = fc.record({
    name: fc.constantFrom(...columnNames),
    width: fc.integer({ min: narrowest, max: widest }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(column, { selector: ({ name }) => name }), (columns) => {
      expect(readColumns(writeColumns(columns))).toEqual(columns);
    }),
  );
});

test("what can't be read is left out, and nothing written means the usual ones", () => {
  expect(readColumns("")).toEqual(usualColumns);
  expect(readColumns("shoe:12 x")).toEqual(usualColumns);
  expect(readColumns("company:9999 shoe verdict:wide company:90")).toEqual([
    { name: "company", width: 90 },
    { name: "verdict", width: 152 },
  ]);
});
