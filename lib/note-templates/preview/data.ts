// Whose records a template is tried on while it is written.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { listReadyRecords } from "@/lib/ready/data";
import type { ReadyRecord } from "@/lib/ready/schema";
import { listQueue } from "@/lib/strength/lanes/queue/data";

/** A few contacts: of the queue, else the strongest, else the newest. */
export async function listPreviewRecords(db: OwnerDb, timeZone: string, limit = 5): Promise<ReadyRecord[]> {
  const ids = await somebody(db, limit);
  const records = await listReadyRecords(db, ids, timeZone);
  return records.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

async function somebody(db: OwnerDb, take: number): Promise<string[]> {
  const queue = (await listQueue(db, { limit: take })).rows.map(({ contactId }) => contactId);
  if (queue.length > 0) return queue;
  const strongest = await db.contactStanding.findMany({
    where: { ownerId: db.owner, heat: { not: null }, contact: { deletedAt: null } },
    orderBy: [{ heat: "desc" }, { contactId: "asc" }],
    take,
    select: { contactId: true },
  });
  if (strongest.length > 0) return strongest.map(({ contactId }) => contactId);
  const newest = await db.contact.findMany({
    where: { ownerId: db.owner, deletedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: { id: true },
  });
  return newest.map(({ id }) => id);
}
