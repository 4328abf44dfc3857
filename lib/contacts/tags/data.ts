import "server-only";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { Prisma } from "@/prisma/generated/client";
import { requireContact } from "../existing/data";
import type { Tag } from "../schema";

/** The ids of these tags, in no order; those that don't exist yet are made. Case makes no difference. */
async function tagIds(db: OwnerDb, names: string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    insert into tag (owner_id, name)
    select distinct on (lower(name)) ${db.owner}::uuid, name from unnest(${names}::text[]) as name
    on conflict (owner_id, lower(name)) do update set name = tag.name -- as first written; and the row comes back
    returning id`;
  return rows.map((row) => row.id);
}

/** Makes `names` the contact's tags. */
export async function setTags(db: OwnerDb, contactId: string, names: string[]): Promise<void> {
  const ids = await tagIds(db, names);
  await db.contactTag.deleteMany({ where: { ownerId: db.owner, contactId, tagId: { notIn: ids } } });
  if (ids.length > 0) await putTags(db, contactId, ids);
  await dropUnused(db);
}

/** Throws the Refusal `notFound` where there is no such contact. */
export async function addTag(db: OwnerDb, contactId: string, name: string): Promise<void> {
  await requireContact(db, contactId);
  await putTags(db, contactId, await tagIds(db, [name]));
}

export async function removeTag(db: OwnerDb, contactId: string, tagId: string): Promise<void> {
  const { count } = await db.contactTag.deleteMany({ where: { ownerId: db.owner, contactId, tagId } });
  if (count === 0) throw new Refusal("notFound");
  await dropUnused(db);
}

/** Every tag in use, by name. */
export async function listTags(db: OwnerSql): Promise<Tag[]> {
  return db.$queryRaw<Tag[]>(
    Prisma.sql`select id, name from tag where owner_id = ${db.owner}::uuid order by lower(name), id`,
  );
}

async function putTags(db: OwnerDb, contactId: string, ids: string[]): Promise<void> {
  await db.contactTag.createMany({
    data: ids.map((tagId) => ({ ownerId: db.owner, contactId, tagId })),
    skipDuplicates: true,
  });
}

/** A tag lives as long as somebody has it, or a cadence was set for it: a typing error leaves nothing behind. */
export async function dropUnused(db: OwnerDb): Promise<void> {
  await db.tag.deleteMany({ where: { ownerId: db.owner, contacts: { none: {} }, cadence: null } });
}
