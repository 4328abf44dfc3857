import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { normaliseEmail, normalisePoint, type PointKind } from "../contact-point";
import type { ContactName } from "../schema";

const nameOnly = { select: { id: true, fullName: true, company: true } } as const;

/** Makes `values` (as typed) the contact's points of this kind. Those that stay keep their label. */
export async function setPoints(db: OwnerDb, contactId: string, kind: PointKind, values: string[]): Promise<void> {
  const wanted = new Map(values.map((value) => [normalisePoint(kind, value), value]));
  const mine = { ownerId: db.owner, contactId, kind };
  const current = await db.contactPoint.findMany({ where: mine, select: { id: true, value: true, normalised: true } });
  const gone = current.filter((point) => !wanted.has(point.normalised));
  if (gone.length > 0) {
    await db.contactPoint.deleteMany({ where: { ownerId: db.owner, id: { in: gone.map((point) => point.id) } } });
  }
  for (const point of current) {
    const value = wanted.get(point.normalised);
    if (value !== undefined && value !== point.value) {
      await db.contactPoint.updateMany({ where: { ownerId: db.owner, id: point.id }, data: { value } });
    }
    wanted.delete(point.normalised);
  }
  if (wanted.size > 0) {
    await db.contactPoint.createMany({
      data: [...wanted].map(([normalised, value]) => ({ ...mine, value, normalised })),
    });
  }
}

/**
 * Makes `slugs` the contact's LinkedIn addresses, the one in use first. Throws the Refusal `linkedInTaken`, naming who
 * holds it, where one belongs to another contact, also one in the trash.
 */
export async function setSlugs(db: OwnerDb, contactId: string, slugs: string[]): Promise<void> {
  const ownerId = db.owner;
  await db.linkedinAlias.deleteMany({ where: { ownerId, contactId, slug: { notIn: slugs } } });
  await db.linkedinAlias.createMany({
    data: slugs.map((slug) => ({ ownerId, contactId, slug })),
    skipDuplicates: true, // our own, or another contact's: told apart below, also when two people save at once
  });
  const aliases = await db.linkedinAlias.findMany({
    where: { ownerId, slug: { in: slugs } },
    orderBy: [{ lastSeen: "desc" }, { id: "asc" }],
    select: { slug: true, contact: nameOnly },
  });
  const holder = aliases.find((alias) => alias.contact.id !== contactId)?.contact;
  if (holder) throw new Refusal("linkedInTaken", "linkedIn", { name: holder.fullName }, seen(holder));
  const [first] = slugs;
  if (first !== undefined && aliases[0]?.slug !== first) {
    await db.linkedinAlias.updateMany({ where: { ownerId, slug: first }, data: { lastSeen: new Date() } });
  }
}

/** Throws the Refusal `emailTaken`, naming who has it, where a contact other than `except` has one of these addresses. */
export async function refuseKnownEmail(db: OwnerDb, emails: string[], except?: string): Promise<void> {
  const point = await db.contactPoint.findFirst({
    where: {
      ownerId: db.owner,
      kind: "EMAIL",
      normalised: { in: emails.map(normaliseEmail) },
      ...(except && { contactId: { not: except } }),
    },
    select: { contact: nameOnly },
  });
  if (point) throw new Refusal("emailTaken", "emails", { name: point.contact.fullName }, seen(point.contact));
}

function seen({ id, fullName }: ContactName) {
  return { href: `/contacts/${id}`, label: fullName } as const;
}
