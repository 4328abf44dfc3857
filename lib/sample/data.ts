// Made-up people to look around with: put into an empty account, marked, and taken out again at once.
import "server-only";
import { dropUnused } from "@/lib/contacts/tags/data";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { derive, restDerived } from "@/lib/derived/data";
import { isEmpty } from "@/lib/exports/data";
import { Refusal } from "@/lib/refusal";
import { Prisma } from "@/prisma/generated/client";
import { fillSample } from "./fill/data";
import type { SampleOwner } from "./fill/when";

/**
 * Fills an owner who has nothing yet: whoever is there afterwards is made up. Throws a Refusal `notEmpty`, also to the
 * second of two who ask at once.
 */
export async function addSample(db: OwnerDb, owner: SampleOwner): Promise<void> {
  await db.$executeRaw`select lock_standing(${db.owner}::uuid)`;
  if (!(await isEmpty(db))) throw new Refusal("notEmpty");
  await forgetMarks(db);
  await fillSample(db, owner);
  await db.$executeRaw`
    insert into sample_contact (owner_id, contact_id)
    select owner_id, id from contact where owner_id = ${db.owner}::uuid`;
}

/**
 * The ids of those who are still made up and nobody else; a query. Whoever somebody real was merged into is real, and
 * made up again when that is undone.
 */
export const madeUp = (db: OwnerSql) => Prisma.sql`
  select s.contact_id from sample_contact s
  join contact c on c.owner_id = s.owner_id and c.id = s.contact_id
  where s.owner_id = ${db.owner}::uuid and not exists (
    select from contact_merge m
    where m.owner_id = s.owner_id and m.contact_id = s.contact_id and m.undone_at is null
      and not m.absorbed_ids <@ array(select contact_id from sample_contact where owner_id = ${db.owner}::uuid))`;

/** How many there are. */
export async function countSample(db: OwnerSql): Promise<number> {
  const [found] = await db.$queryRaw<{ people: number }[]>`select count(*)::int as people from (${madeUp(db)}) made_up`;
  return found?.people ?? 0;
}

export async function isSample(db: OwnerDb, contactId: string): Promise<boolean> {
  const rows = await db.$queryRaw<object[]>`select from (${madeUp(db)}) made_up where contact_id = ${contactId}::uuid`;
  return rows.length > 0;
}

/**
 * Removes them for good, with everything about them and whatever happened with them alone. What somebody real took part
 * in stays theirs. The days on which the network was counted go as well: they counted people who never were.
 */
export async function removeSample(db: OwnerDb): Promise<void> {
  await restDerived(db);
  // Ids, not a query within queries: Postgres knows little of rows that came a moment ago, and looked for minutes.
  const found = await db.$queryRaw<{ id: string }[]>`select contact_id as id from (${madeUp(db)}) made_up`;
  const people = Prisma.sql`${found.map(({ id }) => id)}::uuid[]`;
  const beside = await db.$queryRaw<{ id: string }[]>`
    select distinct contact_id as id from interaction_contact
    where owner_id = ${db.owner}::uuid and contact_id <> all(${people}) and interaction_id = any(array(
      select interaction_id from interaction_contact where owner_id = ${db.owner}::uuid and contact_id = any(${people})))`;
  await db.$executeRaw`
    delete from interaction where owner_id = ${db.owner}::uuid and id = any(array(
      select interaction_id from interaction_contact where owner_id = ${db.owner}::uuid
      group by interaction_id having bool_and(contact_id = any(${people}))))`;
  await db.$executeRaw`delete from contact where owner_id = ${db.owner}::uuid and id = any(${people})`;
  await forgetMarks(db);
  await dropUnused(db);
  await db.networkDay.deleteMany({ where: { ownerId: db.owner } });
  await db.standingDay.deleteMany({ where: { ownerId: db.owner } });
  await derive(db, Prisma.sql`select unnest(${beside.map(({ id }) => id)}::uuid[])`);
}

async function forgetMarks(db: OwnerDb) {
  await db.sampleContact.deleteMany({ where: { ownerId: db.owner } });
}
