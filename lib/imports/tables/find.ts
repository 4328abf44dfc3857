// The header of a table that nobody knows: what stands first and has something below it.
import { isEmail } from "@/lib/contacts/contact-point";
import type { CsvRow } from "../file/csv-rows";
import { isBlank } from "../file/staged-row";
import { guessColumns } from "./guess";

/** A table without names for its columns has "" for each, and `line` before its first row. */
export type FoundTable = { row: CsvRow; names: string[]; sample: string[][] };

/** The header among the first rows, or null where they are no table. */
export function findTable(rows: readonly CsvRow[]): FoundTable | null {
  const at = rows.findIndex(({ cells }) => cells.filter((cell) => !isBlank(cell)).length >= 2);
  const row = rows[Math.max(0, at)];
  if (!row) return null;
  const below = rows.slice(Math.max(0, at) + 1).map(({ cells }) => cells);
  const isNameless = row.cells.some((cell) => isEmail(cell.trim()));
  if (isNameless) {
    return { row: { ...row, line: row.line - 1 }, names: row.cells.map(() => ""), sample: [row.cells, ...below] };
  }
  const isTable = at >= 0 ? below.some((cells) => cells.length > 1) : guessColumns(row.cells, below)[0] !== "ignore";
  return isTable && below.length > 0 ? { row, names: row.cells, sample: below } : null;
}
