// One row of Notes.csv, as LinkedIn hands it out since 2026.
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
import { hiddenMember, participant } from "../people/key";
import { noteColumns } from "./columns";

export function readNote({ line, cells }: CsvRow, { columns, width }: HeaderOf<"NOTES">): ReadRow {
  const cell = cellReader(columns, cells);
  const out = (outcome: "SKIPPED" | "FAILED", reason: string): ReadRow => ({
    row: { line, fields: asWritten(noteColumns, cell), outcome, reason },
  });

  if (cells.every(isBlank)) return out("SKIPPED", "blank");
  if (hasStrayCells(cells, width)) return out("FAILED", "columns");
  if (isBlank(cell("note"))) return out("SKIPPED", "emptyNote");
  const name = fullName(cell("firstName"), cell("lastName"));
  if ((!name || hiddenMember.test(name)) && isBlank(cell("url"))) return out("SKIPPED", "hiddenMember");
  if (name.length > longest.name || cell("note").length > longest.prose) return out("FAILED", "tooLong");
  const about = participant(cell("url"), name);
  const note = cell("note").trim();
  return {
    row: {
      line,
      fields: filled({ fullName: name || about.key, note }),
      proposedId: sourceId(["note", about.key, note]),
      people: [about.key],
    },
    participants: [about],
  };
}
