// Whom the owner sets aside though they are ready. The queue's own queries (lib/strength/lanes/queue) leave them out.
import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";

/**
 * Leaves somebody out of the queue until a moment (ISO; null: until the owner says otherwise). A choice made before is
 * replaced. Throws the Refusal `notFound`.
 */
export async function setAside(
  db: OwnerDb,
  contactId: string,
  { until, reason }: { until: string | null; reason: string | null },
): Promise<void> {
  await requireContact(db, contactId);
  const choice = { until, reason, createdAt: new Date() };
  await db.queueChoice.upsert({
    where: { ownerId_contactId: { ownerId: db.owner, contactId } },
    create: { ownerId: db.owner, contactId, ...choice },
    update: choice,
  });
}

/** Back into the queue, if they are ready. Where nothing was chosen nothing changes. */
export async function putBack(db: OwnerDb, contactId: string): Promise<void> {
  await requireContact(db, contactId);
  await db.queueChoice.deleteMany({ where: { ownerId: db.owner, contactId } });
}
