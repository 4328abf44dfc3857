// A file as rows, whatever it is: a table, cards or a calendar, told apart by how it begins.

import { readEvents } from "./calendar/events";
import { openCsv, type Recall } from "./file/csv-file";
import type { CsvRow } from "./file/csv-rows";
import { type Bytes, decodeText } from "./file/decode";
import type { Header } from "./file/headers";
import type { ImportLimits } from "./file/limits";
import { peek } from "./file/peek";
import type { ReadRow } from "./file/staged-row";
import type { ImportKind } from "./kinds";
import { contentLines } from "./lines/content-lines";
import { readRow } from "./read-row";
import type { Target } from "./tables/targets";
import { readCards } from "./vcard/cards";

/** A table's columns as they are named, and, where only the owner can tell, what they were taken for. */
export type TableOfFile = { header: string[]; targets: Target[]; isOwners: boolean };

export type OpenFile = {
  kind: ImportKind;
  table: TableOfFile | null;
  /** Rows that Vouch handed out to be mended, not the whole list they are from. */
  isPart?: boolean;
  /** In chunks as they arrive. Throws a Refusal where it can't be read on. */
  rows: AsyncGenerator<ReadRow[]>;
};

/** What is known of the owner: their time zone, and what they said of such tables before (null: no table is asked about). */
export type ReadFor = { timeZone: () => Promise<string>; recall: Recall | null };

const enoughToTell = 100;

/** Throws a Refusal where it is nothing that Vouch reads. */
export async function openFile(
  { name, bytes }: { name: string; bytes: Bytes },
  maxBytes: number,
  limits: ImportLimits,
  { timeZone, recall }: ReadFor,
): Promise<OpenFile> {
  const now = new Date();
  const { start, bytes: all } = await peek(bytes, enoughToTell);
  const [, what] = /^(?:\u00ef\u00bb\u00bf)?\s*BEGIN[ \t]*:[ \t]*(VCARD|VCALENDAR)\s/i.exec(plain(start)) ?? [];
  const lines = () => contentLines(isWide(start) ? narrowed(all, maxBytes) : all, maxBytes, limits);
  if (what?.toUpperCase() === "VCARD") return { kind: "CONTACTS", table: null, rows: readCards(lines(), limits) };
  if (what) return { kind: "EVENTS", table: null, rows: readEvents(lines(), await timeZone(), now, limits) };

  const { header, rows } = await openCsv(decodeText(all, maxBytes), name, limits, recall);
  if (header.kind !== "TABLE") {
    return { kind: header.kind, table: null, isPart: header.isOurs, rows: read(rows, header, now) };
  }
  const { names, targets } = header;
  const table = { header: names, targets: targets?.targets ?? [], isOwners: targets?.isOwners ?? false };
  return { kind: "CONTACTS", table, rows: read(rows, header, now) };
}

async function* read(rows: AsyncGenerator<CsvRow[]>, header: Header, now: Date): AsyncGenerator<ReadRow[]> {
  const isAsked = header.kind === "TABLE" && header.targets !== null;
  for await (const chunk of rows) {
    yield chunk.map((row) => {
      const { row: staged, participants } = readRow(row, header, now);
      return { row: isAsked ? { ...staged, cells: row.cells } : staged, participants };
    });
  }
}

const isWide = (start: string) => start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
/** How UTF-16 begins, without the half of each letter that is nothing. */
const plain = (start: string) => (isWide(start) ? start.slice(2).replaceAll("\0", "") : start);

/** UTF-16 as UTF-8. */
async function* narrowed(bytes: Bytes, maxBytes: number): AsyncGenerator<Uint8Array> {
  for await (const text of decodeText(bytes, maxBytes)) yield Buffer.from(text);
}
