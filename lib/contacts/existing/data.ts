import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";

/** The contact a row is about to be written about. Refuses `notFound` unless it is there and not in the trash. */
export async function requireContact(db: OwnerDb, id: string): Promise<{ fullName: string }> {
  const found = await db.contact.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id }, deletedAt: null },
    select: { fullName: true },
  });
  if (!found) throw new Refusal("notFound");
  return found;
}

/**
 * The contact a field means: the one chosen, else the one of exactly the name typed, whatever its case; null where
 * nobody is called so. Refuses `notFound`, and `ambiguous` on `name` where several are.
 */
export async function contactMeant(
  db: OwnerDb,
  { contactId, name }: { contactId: string | null; name: string | null },
): Promise<string | null> {
  if (contactId) {
    await requireContact(db, contactId);
    return contactId;
  }
  if (!name) return null;
  const called = await db.contact.findMany({
    where: { ownerId: db.owner, deletedAt: null, fullName: { equals: name, mode: "insensitive" } },
    select: { id: true },
    take: 2,
  });
  if (called.length > 1) throw new Refusal("ambiguous", "name", { name });
  return called[0]?.id ?? null;
}
