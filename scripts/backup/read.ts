// Reads a backup, and tells in a sentence what is wrong with one that can't be read.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Obstacle } from "../say";
import {
  formatVersion,
  type Header,
  header,
  isEqual,
  rowsEnd,
  type TableEnd,
  Tally,
  tableEnd,
  trailerPattern,
  trailerRoom,
} from "./format";
import { sealMark, unseal } from "./seal";

export type OpenBackup = {
  header: Header;
  /**
   * Hands over each table's rows, as COPY takes them, and sees that they are those that were written. Answers with
   * the counts and checksums of all.
   */
  eachTable(take: (table: Header["tables"][number], rows: AsyncIterable<Buffer>) => Promise<void>): Promise<TableEnd[]>;
};

/**
 * Looks whether the file is whole, opens it, and lets `work` read it. Throws an Obstacle where it isn't a backup, isn't
 * whole, is of a format this Vouch doesn't know, or the passphrase is missing or wrong; before `work` is called, unless
 * what is wrong is inside.
 */
export async function readBackup<T>(
  path: string,
  { passphrase, signal }: { passphrase?: string; signal?: AbortSignal },
  work: (backup: OpenBackup) => Promise<T>,
): Promise<T> {
  const { length, sealed } = await checkWhole(path);
  if (sealed && !passphrase) {
    throw new Obstacle(
      `${path} is encrypted. Name the file that holds its passphrase: VOUCH_BACKUP_PASSPHRASE_FILE=<file>.`,
    );
  }
  return pipeline(
    createReadStream(path, { end: length - 1 }),
    (source: AsyncIterable<Buffer>) => (sealed && passphrase ? unseal(source, passphrase) : source),
    createGunzip({ chunkSize: 256 * 1024 }),
    async (source: AsyncIterable<Buffer>) => {
      const pieces = new Pieces(source[Symbol.asyncIterator]());
      const opened = { header: parse(header, await pieces.line()) };
      return work({ ...opened, eachTable: (take) => eachTable(pieces, opened.header, take) });
    },
    { signal },
  ).catch((error: NodeJS.ErrnoException) => {
    throw error.code?.startsWith("Z_") ? damaged() : error;
  });
}

/** Reads all of it and compares it with its checksums. */
export function readBack(path: string, options: { passphrase?: string; signal?: AbortSignal }): Promise<TableEnd[]> {
  return readBackup(path, options, ({ eachTable }) =>
    eachTable(async (_, rows) => {
      for await (const _piece of rows);
    }),
  );
}

async function eachTable(
  pieces: Pieces,
  { tables }: Header,
  take: Parameters<OpenBackup["eachTable"]>[0],
): Promise<TableEnd[]> {
  const ends: TableEnd[] = [];
  for (const table of tables) {
    const tally = new Tally(table.name);
    await take(table, tally.over(pieces.rows()));
    const end = parse(tableEnd, await pieces.line());
    if (!isEqual(tally.end(), end)) throw damaged();
    ends.push(end);
  }
  if (await pieces.more()) throw damaged();
  return ends;
}

/** Compares the file with the checksum at its end. Answers with the length of what stands before it. */
async function checkWhole(path: string): Promise<{ length: number; sealed: boolean }> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Obstacle(
      error.code === "ENOENT" ? `There is no file ${path}.` : `The file ${path} can't be read: ${error.message}.`,
    );
  });
  try {
    const { size } = await file.stat();
    const first = await piece(file, 0, sealMark.length);
    const sealed = first.toString("latin1") === sealMark;
    if (!sealed && first.readUInt16BE(0) !== 0x1f8b) throw new Obstacle(`${path} isn't a backup of Vouch.`);
    const last = await piece(file, Math.max(0, size - trailerRoom), Math.min(size, trailerRoom));
    const end = trailerPattern.exec(last.toString("latin1"));
    if (!end)
      throw new Obstacle(`${path} isn't whole: its end is missing. It was cut off, or isn't a backup of Vouch.`);
    if (Number(end[1]) !== formatVersion) {
      throw new Obstacle(
        `${path} has the format ${end[1]}, and this Vouch reads format ${formatVersion}. Restore it with a Vouch as new as the one that made it.`,
      );
    }
    const length = size - end[0].length;
    const hash = createHash("sha256");
    if (length > 0) await pipeline(createReadStream(path, { end: length - 1 }), hash);
    if (hash.digest("hex") !== end[2]) throw damaged();
    return { length, sealed };
  } finally {
    await file.close();
  }
}

async function piece(file: Awaited<ReturnType<typeof open>>, at: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(Math.max(length, 2)), 0, length, at);
  return buffer;
}

const damaged = () =>
  new Obstacle("This backup isn't as it was written: its checksums don't fit. Nothing of it was used.");

function parse<T>(schema: { safeParse(value: unknown): { success: boolean; data?: T } }, line: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw damaged();
  }
  const { success, data } = schema.safeParse(value);
  if (!success) throw damaged();
  return data as T;
}

const newline = 10;

/** Bytes that come in pieces of any size, as lines and as rows. */
class Pieces {
  private held: Buffer = Buffer.alloc(0);

  constructor(private readonly source: AsyncIterator<Buffer>) {}

  /** Whether there is anything left. */
  async more(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done) return this.held.length > 0;
    this.held = this.held.length > 0 ? Buffer.concat([this.held, next.value]) : next.value;
    return true;
  }

  private async mustGoOn(): Promise<void> {
    const before = this.held;
    await this.more();
    if (this.held === before) throw damaged();
  }

  async line(): Promise<string> {
    let end = this.held.indexOf(newline);
    for (; end < 0; end = this.held.indexOf(newline)) await this.mustGoOn();
    const line = this.held.subarray(0, end).toString();
    this.held = this.held.subarray(end + 1);
    return line;
  }

  /** Whole rows, up to the end of their table. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const whole = this.held.subarray(0, this.held.lastIndexOf(newline) + 1);
      const end = endOfRows(whole);
      const rows = end < 0 ? whole : whole.subarray(0, end);
      this.held = this.held.subarray(end < 0 ? whole.length : end + rowsEnd.length);
      if (rows.length > 0) yield rows;
      if (end >= 0) return;
      await this.mustGoOn();
    }
  }
}

/** A row of data never is "\." alone: COPY doubles a backslash. */
function endOfRows(lines: Buffer): number {
  if (lines.subarray(0, rowsEnd.length).toString("latin1") === rowsEnd) return 0;
  const at = lines.indexOf(`\n${rowsEnd}`);
  return at < 0 ? -1 : at + 1;
}
