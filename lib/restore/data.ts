// An owner's rows, written back.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { restDerived } from "@/lib/derived/data";
import { isEmpty } from "@/lib/exports/data";
import { columnsOf, type TableName, tableOf } from "@/lib/exports/tables";
import { Refusal } from "@/lib/refusal";
import { Prisma } from "@/prisma/generated/client";

/** After this nobody else writes for the owner until the transaction ends, and nothing is derived but by `derive`. */
export async function claimEmptyOwner(db: OwnerDb): Promise<void> {
  await restDerived(db);
  if (!(await isEmpty(db))) throw new Refusal("notEmpty");
  // Settings may have been chosen before anything was recorded; the file's take their place.
  await db.policy.deleteMany({ where: { ownerId: db.owner } });
  await db.deskSetting.deleteMany({ where: { ownerId: db.owner } });
  await db.digestSetting.deleteMany({ where: { ownerId: db.owner } });
  await db.noteTemplate.deleteMany({ where: { ownerId: db.owner } });
  await db.savedView.deleteMany({ where: { ownerId: db.owner } });
  await db.listSetting.deleteMany({ where: { ownerId: db.owner } });
  await db.columnMapping.deleteMany({ where: { ownerId: db.owner } });
  await db.distinctPair.deleteMany({ where: { ownerId: db.owner } });
  await db.networkDay.deleteMany({ where: { ownerId: db.owner } });
}

/** The ids of all the owner's contacts; a query. */
export const everybody = (db: OwnerDb) => Prisma.sql`select id from contact where owner_id = ${db.owner}::uuid`;

/** Rows of one table, each as JSON, with the line of the file it starts in. */
export type Rows = { table: TableName; lines: number[]; rows: string[] };

/** Writes the rows. Throws the Refusal `refused` with the line of the first that can't be written. */
export async function writeRows(db: OwnerDb, { table, lines, rows }: Rows): Promise<void> {
  if (await tryToWrite(db, table, rows)) return;
  let first = 0;
  let last = rows.length - 1;
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if (await tryToWrite(db, table, rows.slice(first, middle + 1))) first = middle + 1;
    else last = middle;
  }
  throw new Refusal("refused", undefined, { table, line: lines[first] ?? 0 });
}

/** False where the database refuses one of them; then none of these is written, and the transaction goes on. */
async function tryToWrite(db: OwnerDb, name: TableName, rows: string[]): Promise<boolean> {
  await db.$executeRaw`savepoint rows`;
  try {
    await db.$executeRaw`
      select restore_rows(${name}, ${columnsOf(tableOf(name))}::text[], ${`[${rows.join(",")}]`}::json)`;
  } catch (error) {
    if (!isAboutTheRows(error)) throw error;
    await db.$executeRaw`rollback to savepoint rows`;
    return false;
  }
  await db.$executeRaw`release savepoint rows`;
  return true;
}

/** SQLSTATE classes 22 and 23: a value out of range, a repeated key, a reference to nothing, a broken check. */
function isAboutTheRows(error: unknown): boolean {
  const { code, meta, message } = error as { code?: string; meta?: unknown; message?: string };
  return /\b2[23][0-9A-Z]{3}\b/.test(`${code} ${JSON.stringify(meta ?? {})} ${message}`);
}
