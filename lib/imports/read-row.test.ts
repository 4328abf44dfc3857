import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOfKind, type Header } from "./file/headers";
import { importKinds } from "./kinds";
import { readRow } from "./read-row";
import { rowReasons } from "./reasons";

const now = new Date("2026-11-22T12:00:00Z");

const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    ...["", " ", "OUTGOING", "INCOMING", "22 Dec 2016", "1/5/23, 10:11 AM", "2023-12-01 10:11:12 UTC", "2999-01-01"],
    ...["https://www.linkedin.com/in/zo%C3%AB", "urn:li:member:7", "=1+1", "a@b.example", "+44 020", "LinkedIn Member"],
    ...["x".repeat(30_000), "a,".repeat(20_000), "%".repeat(50_000), " ".repeat(50_000)],
  ),
);

/** A calendar has no rows until its events are told apart: calendar/events.test.ts. */
const tables = importKinds.filter((kind) => kind !== "EVENTS");

test.each(tables)("%s: whatever a row holds, it becomes one row with an outcome", (kind) => {
  const names = Object.keys(columnsOfKind[kind]);
  const columns = Object.fromEntries(names.map((name, index) => [name, index]));
  const header = { kind, columns, line: 1, width: names.length, isOurs: false } as Header;
  fc.assert(
    fc.property(fc.array(cell, { maxLength: names.length + 2 }), fc.integer({ min: 2, max: 1e6 }), (cells, line) => {
      const { row, participants = [] } = readRow({ line, cells }, header, now);
      expect(row.line).toBe(line);
      if ("outcome" in row) expect(rowReasons).toContain(row.reason);
      else {
        expect(row.proposedId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(row.people).toEqual(participants.map(({ key }) => key));
      }
      // What goes to the database is text that Postgres takes.
      for (const text of Object.values(row.fields)) expect(typeof text).toBe("string");
    }),
    { numRuns: 300 },
  );
});
