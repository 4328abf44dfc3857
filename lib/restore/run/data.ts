// An export on its way back in: what was sent of it, how far its job is, and how that ended.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { isEmpty } from "@/lib/exports/data";
import { Refusal } from "@/lib/refusal";
import type { RestoreState } from "@/prisma/generated/enums";
import { type RestoreFailure, type RestoreProgress, type RestoreStatus, restoreFailure } from "../schema";

/** How long it is said that everything is back. */
const dayMs = 86_400_000;
/** Longer than any job goes without a word: what was silent for so long was given up. */
const silentMs = 60 * 60_000;
const underWay: RestoreState[] = ["WAITING", "RUNNING"];

// ─── While it is sent ────────────────────────────────────────────────────────

/**
 * Takes the place of one that failed, is done, or was never sent to its end. Answers with its id. Throws the Refusal
 * `notEmpty` where something is recorded, `underWay` while one waits or runs.
 */
export async function startSending(db: OwnerDb, now = new Date()): Promise<string> {
  if (!(await isEmpty(db))) throw new Refusal("notEmpty");
  const silent = { updatedAt: { lt: new Date(now.getTime() - silentMs) } };
  await db.restore.deleteMany({ where: { ownerId: db.owner, OR: [{ state: { notIn: underWay } }, silent] } });
  const [made] = await db.$queryRaw<{ id: string }[]>`
    insert into restore (owner_id) values (${db.owner}::uuid) on conflict (owner_id) do nothing returning id`;
  if (!made) throw new Refusal("underWay");
  return made.id;
}

/** Throws where another one took its place. */
export async function keepPart(db: OwnerDb, restoreId: string, n: number, bytes: Uint8Array<ArrayBuffer>) {
  await db.restorePart.create({ data: { ownerId: db.owner, restoreId, n, bytes }, select: { n: true } });
}

/** From now on it is its job's. False where another one took its place. */
export async function finishSending(db: OwnerDb, id: string): Promise<boolean> {
  const { count } = await db.restore.updateMany({
    where: { ownerId: db.owner, id, state: "SENDING" },
    data: { state: "WAITING" },
  });
  return count === 1;
}

export async function forgetRestore(db: OwnerDb, id: string): Promise<void> {
  await db.restore.deleteMany({ where: { ownerId: db.owner, id, state: "SENDING" } });
}

// ─── While its job runs ──────────────────────────────────────────────────────

/**
 * Waits until the transaction that asked for the job has ended, then answers with the number of parts; null where there
 * is nothing to do (any more).
 */
export async function takeUp(db: OwnerDb, id: string): Promise<number | null> {
  await db.$queryRaw`
    select 1 from restore where owner_id = ${db.owner}::uuid and id = ${id}::uuid for update`;
  const { count } = await db.restore.updateMany({
    where: { ownerId: db.owner, id, state: { in: underWay } },
    data: { state: "RUNNING", percent: 0 },
  });
  return count === 0 ? null : db.restorePart.count({ where: { ownerId: db.owner, restoreId: id } });
}

export async function readPart(db: OwnerDb, restoreId: string, n: number): Promise<Uint8Array> {
  const part = await db.restorePart.findUniqueOrThrow({
    where: { ownerId_restoreId_n: { ownerId: db.owner, restoreId, n } },
    select: { bytes: true },
  });
  return part.bytes;
}

/** Outside the job's own transaction, which nobody sees into. */
export async function reportPercent(db: OwnerDb, id: string, percent: number): Promise<void> {
  await db.restore.updateMany({ where: { ownerId: db.owner, id }, data: { percent } });
}

/** In the job's own transaction, so that it is done exactly when everything is there. */
export async function endRestore(db: OwnerDb, id: string, contacts: number): Promise<void> {
  await end(db, id, { state: "DONE", contacts });
}

export async function failRestore(db: OwnerDb, id: string, failure: RestoreFailure): Promise<void> {
  await end(db, id, { state: "FAILED", failure });
}

/** Only what is under way: where a job ran twice at once, the first to end had the word. */
async function end(
  db: OwnerDb,
  id: string,
  data: { state: "DONE"; contacts: number } | { state: "FAILED"; failure: RestoreFailure },
) {
  await db.restore.updateMany({ where: { ownerId: db.owner, id, state: { in: underWay } }, data });
  await db.restorePart.deleteMany({ where: { ownerId: db.owner, restoreId: id } });
}

// ─── For the page ────────────────────────────────────────────────────────────

/** Null where none is, or was a short while ago. */
export async function getRestore(db: OwnerDb, now = new Date()): Promise<RestoreStatus | null> {
  const row = await db.restore.findUnique({
    where: { ownerId: db.owner },
    select: { state: true, percent: true, contacts: true, failure: true, updatedAt: true },
  });
  switch (row?.state) {
    case "WAITING":
    case "RUNNING":
      return { state: row.state, percent: row.percent };
    case "FAILED":
      return { state: "FAILED", failure: restoreFailure.parse(row.failure) };
    case "DONE":
      return now.getTime() - row.updatedAt.getTime() < dayMs ? { state: "DONE", contacts: row.contacts } : null;
    default:
      return null;
  }
}

/** Only what a progress bar needs. */
export async function getProgress(db: OwnerDb): Promise<RestoreProgress> {
  const row = await db.restore.findUnique({
    where: { ownerId: db.owner },
    select: { state: true, percent: true },
  });
  return { isUnderWay: row?.state === "WAITING" || row?.state === "RUNNING", percent: row?.percent ?? 0 };
}
