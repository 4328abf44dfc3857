// One row of Contacts.csv or ImportedContacts.csv: the address book a member once gave to LinkedIn.
import { isEmail, isPhone, normalisePhone } from "@/lib/contacts/contact-point";
import { linkedInSlug } from "@/lib/contacts/linkedin-address";
import type { CsvRow } from "../file/csv-rows";
import type { HeaderOf } from "../file/headers";
import { sourceId } from "../file/source-id";
import {
  asWritten,
  cellReader,
  filled,
  fullName,
  hasStrayCells,
  isBlank,
  longest,
  type ReadRow,
} from "../file/staged-row";
import { addressBookColumns } from "./columns";

const mostPoints = 20;

export function readAddressBookRow({ line, cells }: CsvRow, { columns, width }: HeaderOf<"CONTACTS">): ReadRow {
  const cell = cellReader(columns, cells);
  const out = (outcome: "SKIPPED" | "FAILED", reason: string): ReadRow => ({
    row: { line, fields: asWritten(addressBookColumns, cell), outcome, reason },
  });

  if (cells.every(isBlank)) return out("SKIPPED", "blank");
  if (hasStrayCells(cells, width)) return out("FAILED", "columns");
  const emails = several(cell("emails")).filter(isEmail);
  const phones = several(cell("phones")).filter(isPhone);
  const slug = several(cell("profiles")).map(linkedInSlug).find(Boolean) ?? null;
  const name = fullName(cell("firstName"), cell("lastName")) || cell("fullName").trim() || emails[0] || "";
  if (!name) return out("SKIPPED", "nameless");
  const texts = [cell("companies"), cell("title"), cell("location")];
  if (name.length > longest.name || texts.some((text) => text.length > longest.text)) return out("FAILED", "tooLong");

  const written = (text: string) => (isBlank(text) ? null : text.trim());
  return {
    row: {
      line,
      fields: filled({
        fullName: name,
        slug,
        emails: emails.join("\n"),
        phones: phones.join("\n"),
        phoneKeys: phones.map(normalisePhone).join("\n"),
        company: written(cell("companies")),
        position: written(cell("title")),
        location: written(cell("location")),
      }),
      proposedId: slug
        ? sourceId(["slug", slug])
        : emails[0]
          ? sourceId(["email", emails[0].toLowerCase()])
          : sourceId(["address book", name, ...phones.map(normalisePhone)]),
      people: [],
    },
  };
}

/** Several values of one cell: commas, semicolons or line breaks part them, and neither stands in an e-mail or phone. */
function several(cell: string): string[] {
  const values = cell.split(/[,;\n]/).map((value) => value.trim());
  return [...new Set(values.filter((value) => value && value.length <= longest.email))].slice(0, mostPoints);
}
