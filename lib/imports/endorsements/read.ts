// One row of Endorsement_Given_Info.csv or _Received_Info.csv. A click on a skill says little about a relationship and
// costs nothing, so it is counted and left out: as an act of support it would let a click stand for help.
import type { CsvRow } from "../file/csv-rows";
import type { HeaderOf } from "../file/headers";
import { asWritten, cellReader, hasStrayCells, isBlank, type ReadRow } from "../file/staged-row";
import { endorsementColumns } from "./columns";

export function readEndorsement(
  { line, cells }: CsvRow,
  { columns, width }: HeaderOf<"ENDORSEMENTS_GIVEN" | "ENDORSEMENTS_RECEIVED">,
): ReadRow {
  if (cells.every(isBlank)) return { row: { line, fields: {}, outcome: "SKIPPED", reason: "blank" } };
  if (!hasStrayCells(cells, width)) return { row: { line, fields: {}, outcome: "SKIPPED", reason: "endorsement" } };
  const fields = asWritten(endorsementColumns, cellReader(columns, cells));
  return { row: { line, fields, outcome: "FAILED", reason: "columns" } };
}
