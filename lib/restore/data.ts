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

/** Writes rows of one table. What the database refuses can be mended by the caller: nothing else of the transaction is lost. */
export async function writeRows(db: OwnerDb, table: string, rows: string[]): Promise<boolean> {
  await db.$executeRaw`savepoint rows`;
  try {
    await db.$executeRaw`select restore_rows(${table}, ${`[${rows.join(",")}]`}::json)`;
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
  return (
    /"?(code|originalCode)"?:\s*"?2[23]\w{3}\b/.test(JSON.stringify(meta ?? {})) ||
    /\b2[23][0-9A-Z]{3}\b/.test(`${code} ${message}`)
  );
}
