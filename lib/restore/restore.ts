// An export read back into an owner who has nothing yet: all of it, or nothing and a sentence that says where it broke.
import "server-only";
import { z } from "zod";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { format, type TableName, tables, version } from "@/lib/exports/tables";
import { Refusal } from "@/lib/refusal";
import { claimEmptyOwner, writeRows } from "./data";
import { DocumentReader, type FoundRow } from "./document";
import { utf8Text } from "./text";

const chunkRows = 2_000;
const longestMs = 60 * 60_000;

export type Restored = { contacts: number; rows: number };

type Chunk = { table: TableName; rows: { line: number; json: string }[] };

/**
 * Answers with what was written. Throws a Refusal and writes nothing where the owner isn't empty or the file isn't
 * whole, in order and sound to the last row; its params name the line, the table and the column where there is one.
 */
export async function restore(
  owner: OwnerId,
  bytes: AsyncIterable<Uint8Array>,
  limits: { megabytes: number },
): Promise<Restored> {
  return asOwner(
    owner,
    async (db) => {
      await claimEmptyOwner(db);
      const restored: Restored = { contacts: 0, rows: 0 };
      for await (const chunk of chunksOf(utf8Text(bytes, limits.megabytes))) {
        await write(db, chunk);
        restored.rows += chunk.rows.length;
        if (chunk.table === "contact") restored.contacts += chunk.rows.length;
      }
      return restored;
    },
    { timeoutMs: longestMs, tries: 1 }, // the file has gone by: there is no second time
  );
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
      if (chunk) yield chunk;
      chunk = { table: tableAfter(chunk?.table, found), rows: [] };
    }
    chunk.rows.push({ line: found.line, json: JSON.stringify(checked(chunk.table, found)) });
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

async function write(db: OwnerDb, { table, rows }: Chunk): Promise<void> {
  if (
    await writeRows(
      db,
      table,
      rows.map(({ json }) => json),
    )
  )
    return;
  // One of them can't be written: which one is found by halves.
  let suspects = rows;
  while (suspects.length > 1) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2));
    const isSound = await writeRows(
      db,
      table,
      half.map(({ json }) => json),
    );
    suspects = isSound ? suspects.slice(half.length) : half;
  }
  throw new Refusal("refused", undefined, { line: suspects[0]?.line ?? 0, table });
}
