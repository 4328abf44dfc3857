// A reader of comma-separated rows (RFC 4180) made for uploads: it takes text in chunks of any size, knows the line each
// row starts on, and notices while reading, not afterwards, that a row has no end. Its tests hold it to csv-parse.
import { Refusal } from "@/lib/refusal";
import type { ImportLimits } from "./limits";

export type Delimiter = "," | ";" | "\t" | "|";

const [quote, newline, carriageReturn] = ['"', "\n", "\r"].map((mark) => mark.charCodeAt(0));

/** `line` is where the row starts, from 1. */
export type CsvRow = { line: number; cells: string[] };

export class CsvRows {
  private rest = "";
  private line = 1;

  constructor(
    private readonly delimiter: Delimiter,
    private readonly limits: Pick<ImportLimits, "rowLength" | "columns">,
  ) {}

  /** The rows that `text` completes, each read when it is asked for. Blank lines are no rows. */
  push(text: string): Generator<CsvRow> {
    return this.read(this.rest + text, false);
  }

  /** The last row, which may lack its line end. */
  end(): Generator<CsvRow> {
    return this.read(this.rest, true);
  }

  private *read(text: string, isLast: boolean): Generator<CsvRow> {
    let from = 0;
    while (from < text.length) {
      const row = this.row(text, from, isLast);
      if (!row) break;
      const { line } = this;
      this.line += row.lines;
      from = row.next;
      if (row.cells.length > 1 || row.cells[0] !== "" || row.quoted) yield { line, cells: row.cells };
    }
    this.rest = text.slice(from);
    if (this.rest.length > this.limits.rowLength) this.refuse("rowTooLong", this.limits.rowLength);
  }

  /** One row from `from`, or null where `text` ends inside it and more may come. */
  private row(text: string, from: number, isLast: boolean) {
    const cells: string[] = [];
    let lines = 1;
    let quoted = false;
    let at = from;
    for (;;) {
      if (at - from > this.limits.rowLength) this.refuse("rowTooLong", this.limits.rowLength);
      if (cells.length >= this.limits.columns) this.refuse("tooManyColumns", this.limits.columns);
      let end: number;
      if (text.charCodeAt(at) === quote) {
        const close = closingQuote(text, at + 1);
        if (close < 0 || (close + 1 === text.length && !isLast)) {
          if (isLast) this.refuse("quoteOpen");
          return null;
        }
        const value = text.slice(at + 1, close);
        lines += lineBreaks(value);
        cells.push(value.includes('"') ? value.replaceAll('""', '"') : value);
        quoted = true;
        end = close + 1;
      } else {
        end = this.endOfPlainCell(text, at);
        cells.push(text.slice(at, end));
      }
      if (end === text.length) return isLast ? { cells, lines, quoted, next: end } : null;
      const mark = text[end];
      if (mark === this.delimiter) at = end + 1;
      else if (mark === "\n") return { cells, lines, quoted, next: end + 1 };
      else if (mark === "\r") {
        if (end + 1 === text.length && !isLast) return null; // the other half of the line end may follow
        return { cells, lines, quoted, next: text[end + 1] === "\n" ? end + 2 : end + 1 };
      } else this.refuse("quoteStray");
    }
  }

  /** A quote inside a cell that doesn't begin with one is just a quote, as spreadsheets read it. */
  private endOfPlainCell(text: string, from: number): number {
    const delimiter = this.delimiter.charCodeAt(0);
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === newline || code === carriageReturn) return at;
    }
    return text.length;
  }

  private refuse(code: string, limit?: number): never {
    throw new Refusal(code, undefined, { line: this.line, ...(limit !== undefined && { limit }) });
  }
}

/** Where the quoted cell that begins at `from` ends, or -1. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** A line ends with either of the two, or with both. */
function lineBreaks(value: string): number {
  let count = 0;
  for (let at = value.indexOf("\n"); at >= 0; at = value.indexOf("\n", at + 1)) count++;
  for (let at = value.indexOf("\r"); at >= 0; at = value.indexOf("\r", at + 1)) {
    if (value.charCodeAt(at + 1) !== newline) count++;
  }
  return count;
}
