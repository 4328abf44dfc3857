// One row of Connections.csv, of any era.
import { linkedInSlug } from "@/lib/contacts/linkedin-address";
import type { CsvRow } from "../file/csv-rows";
import type { HeaderOf } from "../file/headers";
import { linkedInDate } from "../file/linkedin-dates";
import { sourceId } from "../file/source-id";
import {
  asWritten,
  cellReader,
  filled,
  fullName,
  hasStrayCells,
  isBlank,
  longest,
  type StagedRow,
} from "../file/staged-row";
import { hiddenMember } from "../people/key";
import { connectionColumns } from "./columns";

/** `today` (2026-11-22) is the owner's: nobody is connected from tomorrow on. */
export function readConnection(
  { line, cells }: CsvRow,
  { columns, width, dates }: HeaderOf<"CONNECTIONS">,
  today: string,
): StagedRow {
  const cell = cellReader(columns, cells);
  const raw = asWritten(connectionColumns, cell);
  const url = cell("url");
  const slug = isBlank(url) ? null : linkedInSlug(url);
  // Whom it names is kept with what it says: they are in the file, whatever else is wrong.
  const fail = (reason: string): StagedRow => ({
    line,
    fields: { ...raw, ...filled({ slug }) },
    outcome: "FAILED",
    reason,
  });

  if (cells.every(isBlank)) return { line, fields: {}, outcome: "SKIPPED", reason: "blank" };
  if (hasStrayCells(cells, width)) return fail("columns");
  const name = fullName(cell("firstName"), cell("lastName"));
  const email = cell("email").trim();
  if ((!name || hiddenMember.test(name)) && isBlank(url) && !email)
    return { line, fields: raw, outcome: "SKIPPED", reason: "hidden" };

  if (!isBlank(url) && !slug) return fail("url");
  const date = isBlank(cell("connectedOn")) ? null : linkedInDate(cell("connectedOn"), dates);
  if (typeof date === "string") return fail(date);
  if (date && date.day > today) return fail("future");
  const texts = [cell("company"), cell("position")];
  if (name.length > longest.name || email.length > longest.email || texts.some((text) => text.length > longest.text)) {
    return fail("tooLong");
  }

  const address = email.includes("@") ? email : "";
  const emailKey = address.toLowerCase();
  return {
    line,
    fields: filled({
      fullName: name || slug || address || email,
      slug,
      email: address,
      emailKey,
      company: isBlank(cell("company")) ? null : cell("company"),
      position: isBlank(cell("position")) ? null : cell("position"),
      connectedOn: date?.day,
    }),
    // Without address and e-mail the row itself is all there is to know the person by.
    proposedId: slug
      ? sourceId(["slug", slug])
      : address
        ? sourceId(["email", emailKey])
        : sourceId(["row", cell("firstName"), cell("lastName"), cell("connectedOn").trim()]),
    people: [],
  };
}
