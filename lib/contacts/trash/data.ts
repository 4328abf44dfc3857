import "server-only";
import { noteEvent } from "@/lib/audit/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { type TrashedContact, trashDays } from "../schema";

/** Into the trash, with everything about it. Throws the Refusal `notFound` where there is none outside the trash. */
export async function trashContact(db: OwnerDb, id: string): Promise<void> {
  const { count } = await db.contact.updateMany({
    where: { ownerId: db.owner, id, deletedAt: null },
    data: { deletedAt: new Date(), version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("notFound");
  await emptyExpiredTrash(db);
}

/** Back out of the trash; a contact that isn't in it stays as it is. Throws the Refusal `notFound` where there is none. */
export async function restoreContact(db: OwnerDb, id: string): Promise<void> {
  const contact = await db.contact.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { deletedAt: true },
  });
  if (!contact) throw new Refusal("notFound");
  if (!contact.deletedAt) return;
  await db.contact.updateMany({
    where: { ownerId: db.owner, id },
    data: { deletedAt: null, version: { increment: 1 } },
  });
}

/** For good: from the trash only. Throws the Refusal `notFound` where it is not in there. */
export async function deleteContact(db: OwnerDb, id: string): Promise<void> {
  const deleted = await deleteTrashed(db, [id]);
  if (deleted === 0) throw new Refusal("notFound");
}

/** Deletes for good what has been in the trash for 30 days, the oldest first and not all at once; answers with how many. */
export async function emptyExpiredTrash(db: OwnerDb): Promise<number> {
  const expired = await db.contact.findMany({
    where: { ownerId: db.owner, deletedAt: { lt: oldest() } },
    select: { id: true },
    orderBy: { deletedAt: "asc" },
    take: 1_000,
  });
  const ids = expired.map((contact) => contact.id);
  if (ids.length > 0) await noteEvent(db, "contacts.expired", "contact", ids);
  return deleteTrashed(db, ids);
}

/** Newest first. */
export async function listTrash(db: OwnerDb, limit = 200): Promise<TrashedContact[]> {
  const contacts = await db.contact.findMany({
    where: { ownerId: db.owner, deletedAt: { gte: oldest() } },
    select: { id: true, fullName: true, company: true, deletedAt: true },
    orderBy: { deletedAt: "desc" },
    take: limit,
  });
  return contacts.flatMap(({ deletedAt, ...contact }) =>
    deletedAt ? [{ ...contact, deletedAt: deletedAt.toISOString() }] : [],
  );
}

const oldest = () => new Date(Date.now() - trashDays * 86_400_000);

async function deleteTrashed(db: OwnerDb, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const trashed = { ownerId: db.owner, id: { in: ids }, deletedAt: { not: null } };
  // What happened with these people alone goes with them; what others took part in stays theirs.
  await db.interaction.deleteMany({
    where: {
      ownerId: db.owner,
      contacts: { some: { contact: trashed }, every: { contact: trashed } },
    },
  });
  const { count } = await db.contact.deleteMany({ where: trashed });
  return count;
}
