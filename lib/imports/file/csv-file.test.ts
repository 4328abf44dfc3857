import { expect, test } from "vitest";
import { connectionHeader, csv, inPieces, limits, preamble } from "@/lib/testing/linkedin-files";
import { openFile } from "../open-file";

/** Since when each is connected, or why that can't be told. */
async function connectedOn(dates: string[], header = connectionHeader, text = "") {
  const file =
    preamble + csv([header, ...dates.map((on) => ["Ann", "Lee", "", "", "", "", on])], { delimiter: ";" }) + text;
  const opened = await openFile({ name: "Connections.csv", bytes: inPieces(file, 50) }, limits.bytes, limits, {
    timeZone: async () => "UTC",
    recall: null,
  });
  const found: (string | undefined)[] = [];
  for await (const rows of opened.rows) {
    found.push(...rows.map(({ row }) => ("reason" in row ? row.reason : row.fields.connectedOn)));
  }
  return found;
}
const german = ["Vorname", "Nachname", "URL", "E-Mail-Adresse", "Unternehmen", "Position", "Verbunden am"];

test.each([
  ["a day beyond the 12th, also further down", ["05/01/2024", "15/01/2024"], ["2024-01-05", "2024-01-15"]],
  ["a month that stands first", ["05/01/2024", "01/15/2024"], ["2024-05-01", "2024-01-15"]],
  ["nothing that tells", ["05/01/2024", "06/06/2024"], ["dayOrMonth", "2024-06-06"]],
  ["two customs in one file", ["05/01/2024", "15/01/2024", "01/15/2024"], ["dayOrMonth", "2024-01-15", "2024-01-15"]],
  ["months in words", ["7-Feb-22", "15 Jan 2024"], ["2022-02-07", "2024-01-15"]],
])("a list saved again by a spreadsheet: %s", async (_what, dates, expected) => {
  expect(await connectedOn(dates)).toEqual(expected);
});

test("a header in another language has the day first", async () => {
  expect(await connectedOn(["05/01/2024"], german)).toEqual(["2024-01-05"]);
});

test("a fault further down is no reason not to know the header", async () => {
  await expect(connectedOn(["15/01/2024"], german, '"never closed')).rejects.toMatchObject({ code: "quoteOpen" });
});
