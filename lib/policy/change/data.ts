// A change of the policy that is made in the background: asked for, under way, made (then it is gone) or failed.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { readPolicy } from "../row/data";
import { type ChangeProgress, type PolicyChange, type PolicyValues, storedPolicyValues } from "../schema";

/** Under lockPolicy. Takes the place of one that waits or runs, which then ends without effect. Answers with its id. */
export async function requestChange(db: OwnerDb, proposed: PolicyValues, version: number): Promise<string> {
  const [{ id }] = await db.$queryRaw<[{ id: string }]>`
    insert into policy_change (owner_id, proposed, version, total)
    select ${db.owner}::uuid, ${JSON.stringify(proposed)}::jsonb, ${version}::int, count(*) from contact
    where owner_id = ${db.owner}::uuid
    on conflict (owner_id) do update set
      id = excluded.id, proposed = excluded.proposed, version = excluded.version, state = 'WAITING',
      done = 0, total = excluded.total, reference = null, created_at = now(), updated_at = now()
    returning id`;
  return id;
}

export async function getChange(db: OwnerDb): Promise<(PolicyChange & { version: number }) | null> {
  const row = await db.policyChange.findUnique({
    where: { ownerId: db.owner },
    omit: { ownerId: true, createdAt: true, updatedAt: true },
  });
  return row && { ...row, proposed: storedPolicyValues.parse(row.proposed) };
}

/** Only what a progress bar needs. Ask for it in a snapshot. */
export async function getProgress(db: OwnerDb): Promise<ChangeProgress> {
  const row = await db.policyChange.findUnique({
    where: { ownerId: db.owner },
    select: { state: true, done: true, total: true },
  });
  const { version } = await readPolicy(db);
  return { ...(row ?? { state: "GONE", done: 0, total: 0 }), version };
}

/** Nothing is left to do: the old policy stays, or another was saved at once. */
export async function forgetChange(db: OwnerDb): Promise<void> {
  await db.policyChange.deleteMany({ where: { ownerId: db.owner } });
}

// ─── While its job runs ──────────────────────────────────────────────────────

/** Moves the bar, outside the change's own transaction, which nobody sees into. False where the change is no longer wanted. */
export async function reportProgress(db: OwnerDb, id: string, done: number): Promise<boolean> {
  const { count } = await db.policyChange.updateMany({
    where: { ownerId: db.owner, id },
    data: { state: "RUNNING", done },
  });
  return count === 1;
}

/** In the change's own transaction, so that it is gone exactly when the policy is in force. False as above. */
export async function endChange(db: OwnerDb, id: string): Promise<boolean> {
  const { count } = await db.policyChange.deleteMany({ where: { ownerId: db.owner, id } });
  return count === 1;
}

export async function failChange(db: OwnerDb, id: string, reference: string): Promise<void> {
  await db.policyChange.updateMany({ where: { ownerId: db.owner, id }, data: { state: "FAILED", reference } });
}

export async function listContactIds(db: OwnerDb): Promise<string[]> {
  const rows = await db.contact.findMany({
    where: { ownerId: db.owner },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}

/** Needs the lock. */
export async function refreshStandings(db: OwnerDb, contactIds: string[]): Promise<void> {
  await db.$executeRaw`select refresh_standing(${db.owner}::uuid, ${contactIds}::uuid[])`;
}
