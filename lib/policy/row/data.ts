// The policy's row, and the locks that it and the standings made with it are written under.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { defaultPolicy, type PolicyValues } from "../schema";

/** Version 0: nothing was ever saved, the defaults hold. */
export async function readPolicy(db: OwnerDb): Promise<{ values: PolicyValues; version: number }> {
  const row = await db.policy.findUnique({
    where: { ownerId: db.owner },
    omit: { ownerId: true, createdAt: true, updatedAt: true },
  });
  if (!row) return { values: defaultPolicy, version: 0 };
  const { version, ...values } = row;
  return { values, version };
}

/** One save at a time, to its transaction's end: the second reads what the first one left. */
export async function lockPolicy(db: OwnerDb): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`policy of ${db.owner}`}, 0))`;
}

/** Under lockStandings. The database's trigger makes every standing anew, unless leaveStandings was called before. */
export async function writePolicy(db: OwnerDb, values: PolicyValues, version: number): Promise<void> {
  const data = { ...values, version };
  await db.policy.upsert({
    where: { ownerId: db.owner },
    create: { ownerId: db.owner, ...data },
    update: data,
    select: { version: true },
  });
}

/** From here on this transaction makes the standings itself, or asks only and is rolled back. */
export async function leaveStandings(db: OwnerDb): Promise<void> {
  await db.$executeRaw`select set_config('app.standing_rebuild', 'own', true)`;
}

const longestWaitMs = 4_000;

/**
 * Holds this owner's standings for this transaction. Whoever has them may be an import of minutes: with `patient` it
 * waits as long as the transaction may, otherwise a few seconds at most. Then it throws the Refusal `busy`.
 */
export async function lockStandings(db: OwnerDb, { patient = false } = {}): Promise<void> {
  const waitFor = (ms: number) => db.$executeRaw`select set_config('lock_timeout', ${`${ms}ms`}, true)`;
  if (!patient) await waitFor(longestWaitMs);
  try {
    await db.$executeRaw`select lock_standing(${db.owner}::uuid)`;
  } catch (error) {
    if (isLockTimeout(error)) throw new Refusal("busy");
    throw error;
  }
  if (!patient) await waitFor(0);
}

function isLockTimeout(error: unknown): boolean {
  return /\b55P03\b|lock timeout/.test(error instanceof Error ? error.message : "");
}
