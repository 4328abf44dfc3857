// One row of Contacts.csv or ImportedContacts.csv: the address book a member once gave to LinkedIn.
import type { CsvRow } from "../file/csv-rows";
import type { HeaderOf } from "../file/headers";
import { asWritten, cellReader, fullName, hasStrayCells, isBlank, type ReadRow } from "../file/staged-row";
import { addressBookColumns } from "./columns";
import { readPerson } from "./person";
import { several } from "./several";

export function readAddressBookRow({ line, cells }: CsvRow, { columns, width }: HeaderOf<"CONTACTS">): ReadRow {
  const cell = cellReader(columns, cells);
  const raw = asWritten(addressBookColumns, cell);
  if (cells.every(isBlank)) return { row: { line, fields: raw, outcome: "SKIPPED", reason: "blank" } };
  if (hasStrayCells(cells, width)) return { row: { line, fields: raw, outcome: "FAILED", reason: "columns" } };
  const reaches = (text: string) => several(text).map((value) => ({ value }));
  return readPerson(
    line,
    {
      fullName: fullName(cell("firstName"), cell("lastName")) || cell("fullName").trim(),
      company: cell("companies"),
      position: cell("title"),
      location: cell("location"),
      howWeMet: "",
      notes: "",
      emails: reaches(cell("emails")),
      phones: reaches(cell("phones")),
      links: reaches(cell("profiles")),
      tags: [],
    },
    raw,
  );
}
