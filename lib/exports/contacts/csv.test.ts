import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRow, isVouchCsv, withoutApostrophe } from "@/lib/imports/file/csv-out";
import { CsvRows } from "@/lib/imports/file/csv-rows";
import { hostileText } from "@/lib/testing/hostile-text";
import { contactCells, contactHeader } from "./csv";
import type { TakenContact } from "./schema";

const limits = { rowLength: 100_000, columns: 100 };
const formula = fc
  .constantFrom("=", "+", "-", "@", "\t", "\r", "'=", "''+", "")
  .chain((start) => hostileText.map((text) => start + text));

test("no cell runs as a formula, and every cell comes back to the letter", () => {
  fc.assert(
    fc.property(fc.array(formula, { minLength: 9, maxLength: 9 }), (texts) => {
      const [
        fullName = "",
        headline = "",
        company = "",
        position = "",
        notes = "",
        howWeMet = "",
        email = "",
        tag = "",
        location = "",
      ] = texts;
      const contact: TakenContact = {
        ...{ id: "01a20633-b60e-7be7-91e2-f7f866e94888", fullName, headline, company, position, location, howWeMet },
        ...{
          expertise: null,
          geographicBarrier: null,
          doNotConnect: true,
          connectionStatus: "NONE",
          connectedOn: null,
        },
        ...{ notes, points: [{ kind: "EMAIL", label: null, value: email }], slugs: [], tags: [tag, tag] },
        ...{ createdAt: "2024-01-02T03:04:05.678Z", updatedAt: "2024-01-02T03:04:05.678Z" },
      };
      const reader = new CsvRows(",", limits);
      const file = csvRow(contactHeader) + csvRow(contactCells(contact));
      const [header, row] = [...reader.push(file), ...reader.end()];
      expect(isVouchCsv(header?.cells ?? [])).toBe(true);
      for (const cell of row?.cells ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      const read = Object.fromEntries(contactHeader.map((name, at) => [name, withoutApostrophe(row?.cells[at] ?? "")]));
      expect(read).toMatchObject({
        ...{ Name: fullName, Headline: headline, Company: company, Position: position, Location: location },
        ...{
          Notes: notes,
          "How we met": howWeMet,
          "E-mail": email,
          Tags: `${tag} ::: ${tag}`,
          "Do not connect": "yes",
        },
      });
    }),
    { numRuns: 500 },
  );
});
