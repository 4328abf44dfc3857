// A file of rows under a header that has to be found first: archives carry a preamble, spreadsheets change the delimiter.
import { Refusal } from "@/lib/refusal";
import { withoutApostrophe } from "./csv-out";
import { type CsvRow, CsvRows, type Delimiter } from "./csv-rows";
import { type Header, recogniseHeader } from "./headers";
import type { ImportLimits } from "./limits";

/** The header stands in this much text from the start, or nowhere. */
const sampleLength = 65_536;
const delimiters: Delimiter[] = [",", ";", "\t"];

type CsvLimits = Pick<ImportLimits, "rows" | "rowLength" | "columns">;

export type CsvFile = {
  header: Header;
  /** The rows below the header, in chunks as they arrive. */
  rows: AsyncGenerator<CsvRow[]>;
};

/** Reads up to the header. Throws a Refusal where the text is empty or has no header that Vouch knows. */
export async function openCsv(text: AsyncGenerator<string>, name: string, limits: CsvLimits): Promise<CsvFile> {
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
    if (found instanceof Refusal) refusal = found;
    else return { header: found, rows: rowsBelow(found, delimiter, sample, text, limits) };
  }
  throw refusal;
}

/** The header under this delimiter, or why there is none. */
function findHeader(
  sample: string,
  delimiter: Delimiter,
  name: string,
  limits: CsvLimits,
  isWhole: boolean,
): Header | Refusal {
  const reader = new CsvRows(delimiter, limits);
  try {
    for (const rows of [reader.push(sample), ...(isWhole ? [reader.end()] : [])]) {
      for (const row of rows) {
        const header = recogniseHeader(row, name);
        if (header) return header;
      }
    }
  } catch (error) {
    const isTooMuch = error instanceof Refusal && ["rowTooLong", "tooManyColumns"].includes(error.code);
    if (isTooMuch) return error;
    if (!(error instanceof Refusal)) throw error;
  }
  return new Refusal("header");
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
