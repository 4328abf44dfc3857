// One row of a table of people, by what its columns are.
import { type PersonInFile, type Reach, readPerson } from "../contacts/person";
import { several, severalExact } from "../contacts/several";
import type { CsvRow } from "../file/csv-rows";
import { type DateFault, type FileDate, linkedInDate } from "../file/linkedin-dates";
import { fullName, hasStrayCells, isBlank, type ReadRow } from "../file/staged-row";
import type { Column, ColumnTarget } from "./targets";

/** Groups every Google account has; they say nothing about anybody. */
const systemGroup = /^\* ?(my ?contacts|starred)$/i;

export function readTableRow({ line, cells }: CsvRow, columns: readonly Column[]): ReadRow {
  if (cells.every(isBlank)) return { row: { line, fields: {}, outcome: "SKIPPED", reason: "blank" } };
  const raw = Object.fromEntries(cells.flatMap((cell, index) => (cell ? [[String(index), cell]] : [])));
  if (hasStrayCells(cells, columns.length)) return { row: { line, fields: raw, outcome: "FAILED", reason: "columns" } };
  const connectedOn = connectedOnOf(cells, columns);
  if (typeof connectedOn === "string") return { row: { line, fields: raw, outcome: "FAILED", reason: connectedOn } };
  const read = readPerson(line, personOf(cells, columns), raw);
  if (!connectedOn) return read;
  // As in LinkedIn's own list: a member who hid leaves the date alone.
  if ("outcome" in read.row) return read.row.reason === "nameless" ? { row: { ...read.row, reason: "hidden" } } : read;
  return { ...read, row: { ...read.row, fields: { ...read.row.fields, connectedOn: connectedOn.day } } };
}

const dayMs = 86_400_000;

/** Since when they are connected on LinkedIn, null where nothing says it; or why that can't be told. */
function connectedOnOf(cells: readonly string[], columns: readonly Column[]): FileDate | DateFault | "future" | null {
  const at = columns.findIndex(({ target }) => target === "connectedOn");
  const written = cells[at] ?? "";
  if (isBlank(written)) return null;
  const date = linkedInDate(written, columns[at]?.dates ?? null);
  return typeof date !== "string" && date.at.getTime() > Date.now() + dayMs ? "future" : date;
}

function personOf(cells: readonly string[], columns: readonly Column[]): PersonInFile {
  const all = (target: ColumnTarget) =>
    columns.flatMap((column, index) => {
      const cell = column.target === target ? (cells[index] ?? "") : "";
      return isBlank(cell) ? [] : [{ cell, column }];
    });
  const texts = (target: ColumnTarget) => all(target).map(({ cell }) => cell.trim());
  const first = (target: ColumnTarget) => texts(target)[0] ?? "";
  const reaches = (target: ColumnTarget, valuesOf = several): Reach[] =>
    all(target).flatMap(({ cell, column: { label, labelAt, isExact } }) => {
      const called = label ?? (labelAt === undefined ? "" : (cells[labelAt] ?? "").replace(/^\* /, ""));
      return (isExact ? severalExact : valuesOf)(cell).map((value) => ({ value, label: called }));
    });
  const named = fullName(...(["namePrefix", "firstName", "middleName", "lastName", "nameSuffix"] as const).map(first));
  return {
    id: first("id"),
    fullName: first("fullName") || named,
    company: first("company"),
    position: first("position"),
    location: [...new Set(texts("location"))].join(", "),
    howWeMet: texts("howWeMet").join("\n"),
    notes: texts("notes").join("\n\n"),
    emails: reaches("email"),
    phones: reaches("phone"),
    links: [...reaches("linkedin", severalExact), ...reaches("link", severalExact)],
    tags: texts("tags")
      .flatMap((cell) => cell.split(cell.includes(" ::: ") ? " ::: " : /[,;\n]/))
      .filter((tag) => !systemGroup.test(tag.trim()))
      .map((tag) => tag.replace(/^\s*\* /, "")),
  };
}
