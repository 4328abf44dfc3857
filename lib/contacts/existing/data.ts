import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";

/** Refuses `notFound` unless the contact is there and not in the trash: before a row is written about it. */
export async function requireContact(db: OwnerDb, id: string): Promise<void> {
  const found = await db.contact.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id }, deletedAt: null },
    select: { id: true },
  });
  if (!found) throw new Refusal("notFound");
}
