// A file of rows under a header that has to be found first: archives carry a preamble, spreadsheets change the delimiter.
import { Refusal } from "@/lib/refusal";
import { findTable } from "../tables/find";
import { guessColumns } from "../tables/guess";
import { columnsOf } from "../tables/memory";
import type { Target } from "../tables/targets";
import { withoutApostrophe } from "./csv-out";
import { type CsvRow, CsvRows, type Delimiter } from "./csv-rows";
import { type Header, placeOf, recogniseHeader, type TableHeader, withDates } from "./headers";
import type { ImportLimits } from "./limits";

/** The header stands in this much text from the start, or nowhere. */
const sampleLength = 65_536;
const sampleRows = 200;
const delimiters: Delimiter[] = [",", ";", "\t", "|"];

type CsvLimits = Pick<ImportLimits, "rows" | "rowLength" | "columns">;

/** What the owner once said about a table with these columns, or null. */
export type Recall = (names: string[]) => Promise<Target[] | null>;

export type CsvFile = {
  header: Header;
  /** The rows below the header, in chunks as they arrive. */
  rows: AsyncGenerator<CsvRow[]>;
};

/**
 * Reads up to the header. Throws a Refusal where the text is empty or has no header that Vouch knows; with `recall`, any
 * other table is one of people, its columns as the owner once said or as they can be guessed.
 */
export async function openCsv(
  text: AsyncGenerator<string>,
  name: string,
  limits: CsvLimits,
  recall: Recall | null = null,
): Promise<CsvFile> {
  let sample = "";
  let isWhole = false;
  while (sample.length < sampleLength && !isWhole) {
    const next = await text.next();
    if (next.done) isWhole = true;
    else sample += next.value;
  }
  if (sample.trim() === "") throw new Refusal("empty");
  let refusal = new Refusal("header");
  for (const delimiter of delimiters) {
    const found = findHeader(sample, delimiter, name, limits, isWhole);
    if (!(found instanceof Refusal)) return { header: found, rows: rowsBelow(found, delimiter, sample, text, limits) };
    if (refusal.code === "header") refusal = found;
  }
  const table = refusal.code === "header" && recall ? await findAnyTable(sample, limits, isWhole, recall) : null;
  if (!table) throw refusal;
  return { header: table.header, rows: rowsBelow(table.header, table.delimiter, sample, text, limits) };
}

/** The first rows under this delimiter, up to one that can't be told apart. */
function* firstRows(sample: string, delimiter: Delimiter, limits: CsvLimits, isWhole: boolean): Generator<CsvRow> {
  const reader = new CsvRows(delimiter, limits);
  yield* reader.push(sample);
  if (isWhole) yield* reader.end();
}

/** A fault in the rows below a header is told where they are read. */
function* upToFault(rows: Iterable<CsvRow>): Generator<CsvRow> {
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** The header under this delimiter, or why there is none. */
function findHeader(
  sample: string,
  delimiter: Delimiter,
  name: string,
  limits: CsvLimits,
  isWhole: boolean,
): Header | Refusal {
  try {
    const rows = firstRows(sample, delimiter, limits, isWhole);
    for (const row of rows) {
      const header = recogniseHeader(row, name);
      if (header) return withDates(header, row, [...upToFault(rows)]);
    }
  } catch (error) {
    const isSure =
      error instanceof Refusal && ["rowTooLong", "tooManyColumns", "vouchInteractions"].includes(error.code);
    if (isSure) return error;
    if (!(error instanceof Refusal)) throw error;
  }
  return new Refusal("header");
}

/**
 * A table that nobody knows, under the delimiter that finds columns in it which can be guessed: a preamble above a header
 * is one of a single column under another. Else under the one that finds a header first and parts it into most columns.
 */
async function findAnyTable(sample: string, limits: CsvLimits, isWhole: boolean, recall: Recall) {
  const found = delimiters.flatMap((delimiter) => {
    const rows: CsvRow[] = [];
    try {
      for (const row of firstRows(sample, delimiter, limits, isWhole)) if (rows.push(row) >= sampleRows) break;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    const table = findTable(rows);
    if (!table) return [];
    const guessed = guessColumns(table.names, table.sample).filter((target) => target !== "ignore").length;
    return [{ delimiter, ...table, isGuessed: guessed > 1 }];
  });
  const [best] = found.sort(
    (a, b) => Number(b.isGuessed) - Number(a.isGuessed) || a.row.line - b.row.line || b.names.length - a.names.length,
  );
  if (!best) return null;
  const said = await recall(best.names);
  const targets = said ?? guessColumns(best.names, best.sample);
  const header: TableHeader = {
    ...placeOf(best.row),
    kind: "TABLE",
    names: best.names,
    columns: columnsOf(targets, best.sample),
    targets: { targets, isOwners: said !== null },
  };
  return { header, delimiter: best.delimiter };
}

async function* rowsBelow(
  header: Header,
  delimiter: Delimiter,
  sample: string,
  text: AsyncGenerator<string>,
  limits: CsvLimits,
): AsyncGenerator<CsvRow[]> {
  const reader = new CsvRows(delimiter, limits);
  let count = 0;
  const restore = (row: CsvRow) => (header.isOurs ? { ...row, cells: row.cells.map(withoutApostrophe) } : row);
  const below = (rows: Iterable<CsvRow>) => {
    const wanted = [...rows].filter(({ line }) => line > header.line).map(restore);
    count += wanted.length;
    if (count > limits.rows) throw new Refusal("tooManyRows", undefined, { limit: limits.rows });
    return wanted;
  };
  yield below(reader.push(sample));
  for await (const chunk of text) yield below(reader.push(chunk));
  yield below(reader.end());
}
