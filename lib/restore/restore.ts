// An export read back into an owner who has nothing yet: all of it, or nothing and a sentence that says where it broke.
import "server-only";
import { z } from "zod";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { format, type TableName, tables, version } from "@/lib/exports/tables";
import { Refusal } from "@/lib/refusal";
import { claimEmptyOwner, stageRows, writeStaged } from "./data";
import { DocumentReader, type FoundRow } from "./document";
import { spooled } from "./spool";
import { utf8Text } from "./text";

const chunkRows = 1_000;
const longestMs = 60 * 60_000;

export type Restored = { contacts: number; rows: number };

/** Some rows of one table, as JSON pairs of line and row; `isLast`: no more of this table come. */
type Chunk = { table: TableName; rows: string[]; isLast: boolean };

/**
 * Answers with what was written. Throws a Refusal and writes nothing where the owner isn't empty or the file isn't
 * whole, in order and sound to the last row; its params name the line, the table and the column where there is one.
 */
export function restore(
  owner: OwnerId,
  bytes: AsyncIterable<Uint8Array>,
  limits: { megabytes: number },
): Promise<Restored> {
  return spooled(bytes, limits.megabytes, (whole) =>
    // The file goes by once: there is no second try.
    asOwner(owner, (db) => writeAll(db, whole), { timeoutMs: longestMs, tries: 1 }),
  );
}

async function writeAll(db: OwnerDb, bytes: AsyncIterable<Uint8Array>): Promise<Restored> {
  await claimEmptyOwner(db);
  const restored: Restored = { contacts: 0, rows: 0 };
  let staged = 0;
  for await (const { table, rows, isLast } of chunksOf(utf8Text(bytes))) {
    await stageRows(db, `[${rows.join(",")}]`);
    staged += rows.length;
    if (!isLast) continue;
    await writeStaged(db, table, staged);
    restored.rows += staged;
    if (table === "contact") restored.contacts = staged;
    staged = 0;
  }
  return restored;
}

/** Rows that are what they should be, some of one table at a time, in the order of the tables. */
async function* chunksOf(texts: AsyncIterable<string>): AsyncGenerator<Chunk> {
  const reader = new DocumentReader();
  let chunk: Chunk | undefined;
  const rowsOf = async function* () {
    for await (const text of texts) yield* reader.push(text);
    reader.end();
  };
  for await (const found of rowsOf()) {
    if (!chunk) checkHead(reader.head);
    if (chunk?.table !== found.table || chunk.rows.length >= chunkRows) {
      if (chunk) yield { ...chunk, isLast: chunk.table !== found.table };
      chunk = { table: tableAfter(chunk?.table, found), rows: [], isLast: true };
    }
    chunk.rows.push(JSON.stringify([found.line, checked(chunk.table, found)]));
  }
  checkHead(reader.head);
  if (chunk) yield chunk;
}

const head = z.object({ format: z.literal(format), version: z.int() });

function checkHead(found: Record<string, unknown>) {
  const parsed = head.safeParse({ ...found });
  if (!parsed.success) throw new Refusal("notVouch");
  if (parsed.data.version !== version) throw new Refusal("version", undefined, { version: parsed.data.version });
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
  const table = tables.find((one) => one.name === name);
  const parsed = table?.row.safeParse(value);
  if (parsed?.success) return parsed.data;
  const [issue] = parsed?.error.issues ?? [];
  const column = issue?.path[0] ?? (issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined);
  throw column === undefined
    ? new Refusal("row", undefined, { line, table: name })
    : new Refusal("column", undefined, { line, table: name, column: String(column).slice(0, 60) });
}
