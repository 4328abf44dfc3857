// An export read back into an owner who has nothing yet: all of it, or nothing and a sentence that says where it broke.
import "server-only";
import { z } from "zod";
import { ahead } from "@/lib/ahead";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { derive } from "@/lib/derived/data";
import { format, type TableName, tableOf, tables, version } from "@/lib/exports/tables";
import { Refusal } from "@/lib/refusal";
import { claimEmptyOwner, everybody, type Rows, writeRows } from "./data";
import { DocumentReader, type FoundRow } from "./document";
import { utf8Text } from "./text";

/** Small enough that V8 lets go of each at once (larger strings wait for a full collection), large enough to be worth the way. */
const chunkRows = 1_000;
const chunkCharacters = 100_000;
const longestMs = 60 * 60_000;

export type Restored = { contacts: number; rows: number };

type Hooks = {
  /** Everything is written; what is made of it comes next, `share` of it is done. */
  onDeriving?: (share: number) => Promise<void>;
  /** In the same transaction, as the last of it. */
  beforeEnd?: (db: OwnerDb, restored: Restored) => Promise<void>;
};

/**
 * Answers with what was written. Throws a Refusal and writes nothing where the owner isn't empty or the file isn't
 * whole, in order and sound to the last row; its params name the line, the table and the column where there is one.
 */
export function restore(owner: OwnerId, bytes: AsyncIterable<Uint8Array>, hooks: Hooks = {}): Promise<Restored> {
  const work = async (db: OwnerDb) => {
    await claimEmptyOwner(db);
    const restored = await writeAll(db, bytes);
    await derive(db, everybody(db), hooks.onDeriving);
    await hooks.beforeEnd?.(db, restored);
    return restored;
  };
  // The file goes by once: there is no second try.
  return asOwner(owner, work, { timeoutMs: longestMs, tries: 1 });
}

/** Reads the next rows while the last ones are written. Nothing is on its way any more when it returns or throws. */
async function writeAll(db: OwnerDb, bytes: AsyncIterable<Uint8Array>): Promise<Restored> {
  const restored: Restored = { contacts: 0, rows: 0 };
  let written = Promise.resolve();
  try {
    for await (const chunk of chunksOf(utf8Text(bytes))) {
      await written;
      written = ahead(writeRows(db, chunk));
      restored.rows += chunk.rows.length;
      if (chunk.table === "contact") restored.contacts += chunk.rows.length;
    }
    await written;
  } catch (error) {
    await written; // what it stumbles over stands earlier in the file
    throw error;
  }
  return restored;
}

/** Rows that are what they should be, some of one table at a time, in the order of the tables. */
async function* chunksOf(texts: AsyncIterable<string>): AsyncGenerator<Rows> {
  const reader = new DocumentReader();
  let chunk: Rows | undefined;
  let size = 0;
  for await (const found of rowsOf(reader, texts)) {
    if (!chunk) checkHead(reader.head);
    if (chunk?.table !== found.table || chunk.rows.length >= chunkRows || size >= chunkCharacters) {
      if (chunk) yield chunk;
      chunk = { table: tableAfter(chunk?.table, found), rows: [], lines: [] };
      size = 0;
    }
    const row = JSON.stringify(checked(chunk.table, found));
    chunk.rows.push(row);
    chunk.lines.push(found.line);
    size += row.length;
  }
  checkHead(reader.head);
  if (chunk) yield chunk;
}

async function* rowsOf(reader: DocumentReader, texts: AsyncIterable<string>): AsyncGenerator<FoundRow> {
  for await (const text of texts) yield* reader.push(text);
  reader.end();
}

const head = z.object({ format: z.literal(format), version: z.int().min(1) });

function checkHead(found: Record<string, unknown>) {
  const parsed = head.safeParse({ ...found });
  if (!parsed.success) throw new Refusal("notVouch");
  if (parsed.data.version > version) throw new Refusal("version", undefined, { version: parsed.data.version });
}

/** The table the row is for. A table comes once, and after all that it refers to. */
function tableAfter(before: TableName | undefined, { table, line }: FoundRow): TableName {
  const place = tables.findIndex(({ name }) => name === table);
  const found = tables[place];
  if (!found) throw new Refusal("table", undefined, { line });
  if (before && place < tables.findIndex(({ name }) => name === before)) {
    throw new Refusal("order", undefined, { line, table });
  }
  return found.name;
}

function checked(name: TableName, { line, value }: FoundRow): unknown {
  const parsed = tableOf(name).row.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const column = issue?.path[0] ?? (issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined);
  throw column === undefined
    ? new Refusal("row", undefined, { line, table: name })
    : new Refusal("column", undefined, { line, table: name, column: String(column).slice(0, 60) });
}
