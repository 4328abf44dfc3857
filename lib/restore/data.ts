import "server-only";
import type { OwnerDb } from "@/lib/db";
import { isEmpty } from "@/lib/exports/data";
import { Refusal } from "@/lib/refusal";

/** Waits for every other write of the owner and keeps them out until the transaction ends. */
export async function claimEmptyOwner(db: OwnerDb): Promise<void> {
  await db.$executeRaw`select lock_standing(${db.owner}::uuid)`;
  if (!(await isEmpty(db))) throw new Refusal("notEmpty");
  // Settings may have been chosen before anything was recorded; the file's take their place.
  await db.policy.deleteMany({ where: { ownerId: db.owner } });
  await db.deskSetting.deleteMany({ where: { ownerId: db.owner } });
}

/** Keeps rows of one table aside until all of them are there; `rows` is a JSON list of [line, row]. */
export async function stageRows(db: OwnerDb, rows: string): Promise<void> {
  await db.$executeRaw`select stage_rows(${rows}::json)`;
}

/** Writes the `count` rows kept aside. Throws the Refusal `refused` with the line of the first that can't be written. */
export async function writeStaged(db: OwnerDb, table: string, count: number): Promise<void> {
  if (!(await writeRows(db, table, 1, count))) {
    const refused = await firstRefused(db, table, count);
    const rows = await db.$queryRaw<{ line: number }[]>`select line from staged_row where n = ${refused}::int`;
    for (const { line } of rows) throw new Refusal("refused", undefined, { table, line });
  }
  await db.$executeRaw`truncate staged_row restart identity`;
}

/** A thousand at a time until it is among these, then by halves; null where the parts go in and only the whole didn't. */
async function firstRefused(db: OwnerDb, table: string, count: number): Promise<number | null> {
  let first = 1;
  let last = Math.min(1_000, count);
  while (await writeRows(db, table, first, last)) {
    if (last === count) return null;
    first = last + 1;
    last = Math.min(last + 1_000, count);
  }
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if (await writeRows(db, table, first, middle)) first = middle + 1;
    else last = middle;
  }
  return first;
}

/** False where the database refuses one of them; then none of these is written, and the transaction goes on. */
async function writeRows(db: OwnerDb, table: string, first: number, last: number): Promise<boolean> {
  await db.$executeRaw`savepoint rows`;
  try {
    await db.$executeRaw`select restore_staged(${table}, ${first}::int, ${last}::int)`;
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
