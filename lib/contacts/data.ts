import "server-only";
import type { OwnerDb } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { Refusal } from "@/lib/refusal";
import { setPoints, setSlugs } from "./points/data";
import type { ContactDetail, ContactFacts, NewContact } from "./schema";
import { setTags } from "./tags/data";

const key = (db: OwnerDb, id: string) => ({ ownerId_id: { ownerId: db.owner, id } });

/** Everything written about one contact, in the trash or not; null where there is none. */
export async function getContact(db: OwnerDb, id: string): Promise<ContactDetail | null> {
  const contact = await db.contact.findUnique({
    where: key(db, id),
    omit: { ownerId: true, updatedAt: true },
    include: {
      points: { select: { id: true, kind: true, label: true, value: true }, orderBy: { id: "asc" } },
      aliases: { select: { slug: true }, orderBy: [{ lastSeen: "desc" }, { id: "asc" }] },
      tags: { select: { tag: { select: { id: true, name: true } } }, orderBy: { tag: { name: "asc" } } },
    },
  });
  if (!contact) return null;
  const { aliases, tags, ...facts } = contact;
  return {
    ...facts,
    connectedOn: contact.connectedOn?.toISOString().slice(0, 10) ?? null,
    deletedAt: contact.deletedAt?.toISOString() ?? null,
    createdAt: contact.createdAt.toISOString(),
    slugs: aliases.map((alias) => alias.slug),
    tags: tags.map(({ tag }) => tag),
  };
}

/**
 * Makes a contact; answers with its id. The name is enough. With an `id` that exists already nothing is written: the
 * same form came twice. Throws the Refusal `linkedInTaken` where a slug belongs to another contact.
 */
export async function createContact(
  db: OwnerDb,
  {
    id = newOperationKey(),
    linkedIn = [],
    emails = [],
    phones = [],
    links = [],
    tags = [],
    connectedOn,
    ...facts
  }: NewContact,
): Promise<string> {
  // First of all writes: a second sender of the same id waits here until the first has committed.
  const { count } = await db.contact.createMany({
    data: { ...facts, id, ownerId: db.owner, connectedOn: connectedOn ? new Date(connectedOn) : null },
    skipDuplicates: true,
  });
  if (count === 0) return id;
  await setReach(db, id, { linkedIn, emails, phones, links });
  if (tags.length > 0) await setTags(db, id, tags);
  return id;
}

/**
 * Replaces all that is written about a contact. `version` is the one that was read, null to write over any. Throws a
 * Refusal: `changedElsewhere` when there is a newer one, `notFound` when there is no such contact outside the trash,
 * `linkedInTaken`.
 */
export async function updateContact(
  db: OwnerDb,
  id: string,
  version: number | null,
  { linkedIn, emails, phones, links, tags, connectedOn, ...facts }: ContactFacts,
): Promise<void> {
  const { count } = await db.contact.updateMany({
    where: { ownerId: db.owner, id, deletedAt: null, ...(version !== null && { version }) },
    data: { ...facts, connectedOn: connectedOn ? new Date(connectedOn) : null, version: { increment: 1 } },
  });
  if (count === 0) {
    const current = await db.contact.findUnique({ where: key(db, id), select: { fullName: true, deletedAt: true } });
    if (!current || current.deletedAt) throw new Refusal("notFound");
    throw new Refusal("changedElsewhere", undefined, {}, { href: `/contacts/${id}`, label: current.fullName });
  }
  await setReach(db, id, { linkedIn, emails, phones, links });
  await setTags(db, id, tags);
}

type Reach = Pick<ContactFacts, "linkedIn" | "emails" | "phones" | "links">;

async function setReach(db: OwnerDb, id: string, { linkedIn, emails, phones, links }: Reach): Promise<void> {
  await setSlugs(db, id, linkedIn);
  await setPoints(db, id, "EMAIL", emails);
  await setPoints(db, id, "PHONE", phones);
  await setPoints(db, id, "URL", links);
}
