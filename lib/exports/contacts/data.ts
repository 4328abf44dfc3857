import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { TakenContact } from "./schema";

/** The owner's contacts outside the trash by id, at most `most` after `after`. */
export async function listContactsToTake(db: OwnerDb, after: string | null, most: number): Promise<TakenContact[]> {
  const found = await db.contact.findMany({
    where: { ownerId: db.owner, deletedAt: null, ...(after && { id: { gt: after } }) },
    omit: { ownerId: true, version: true, deletedAt: true },
    include: {
      points: { select: { kind: true, label: true, value: true }, orderBy: { id: "asc" } },
      aliases: { select: { slug: true }, orderBy: [{ lastSeen: "desc" }, { id: "asc" }] },
      tags: { select: { tag: { select: { name: true } } }, orderBy: { tag: { name: "asc" } } },
    },
    orderBy: { id: "asc" },
    take: most,
  });
  return found.map(({ aliases, tags, ...contact }) => ({
    ...contact,
    connectedOn: contact.connectedOn?.toISOString().slice(0, 10) ?? null,
    createdAt: contact.createdAt.toISOString(),
    updatedAt: contact.updatedAt.toISOString(),
    slugs: aliases.map(({ slug }) => slug),
    tags: tags.map(({ tag }) => tag.name),
  }));
}
