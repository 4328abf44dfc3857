import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { Prisma } from "@/prisma/generated/client";
import type { FollowUp } from "./schema";

const { sql } = Prisma;

/** Days travel as text (2026-11-22) and are kept as dates without a zone. */
const asDate = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * Answers with the id. Given one (made by the form), sent twice it is written once. Throws a Refusal `notFound` where
 * the contact is not there.
 */
export async function createFollowUp(
  db: OwnerDb,
  {
    id,
    contactId,
    title,
    dueOn,
    snoozedUntil,
  }: { id?: string; contactId: string; title: string; dueOn: string; snoozedUntil?: string | null },
): Promise<string> {
  await requireContact(db, contactId);
  const data = {
    ownerId: db.owner,
    contactId,
    title,
    dueOn: asDate(dueOn),
    snoozedUntil: snoozedUntil ? asDate(snoozedUntil) : null,
  };
  if (!id) return (await db.followUp.create({ data, select: { id: true } })).id;
  await db.followUp.createMany({ data: { ...data, id }, skipDuplicates: true });
  return id;
}

/**
 * Open follow-ups due on `today` (the owner's) or before, snoozed ones once their day has come: the first `limit`, the longest
 * due first, and how many there are in all.
 */
export async function getDueFollowUps(
  db: OwnerDb,
  today: string,
  limit = 50,
): Promise<{ count: number; items: FollowUp[] }> {
  const rows = await db.$queryRaw<(Row & { count: number })[]>`
    select ${columns}, count(*) over ()::int as count
    from follow_up f join contact c on c.owner_id = f.owner_id and c.id = f.contact_id and c.deleted_at is null
    where f.owner_id = ${db.owner}::uuid and f.done_at is null and f.due_on <= ${today}::date
      and (f.snoozed_until is null or f.snoozed_until <= ${today}::date)
    order by f.due_on, f.id limit ${limit}::int`;
  return { count: rows[0]?.count ?? 0, items: rows.map(({ count: _, ...row }) => followUp(row)) };
}

/** A contact's follow-ups: the open ones by their day, then the last few done. */
export async function listFollowUps(db: OwnerDb, contactId: string, doneLimit = 5): Promise<FollowUp[]> {
  const theirs = sql`select * from follow_up where owner_id = ${db.owner}::uuid and contact_id = ${contactId}::uuid`;
  const rows = await db.$queryRaw<Row[]>`
    select ${columns}
    from (
      (${theirs} and done_at is null)
      union all
      (${theirs} and done_at is not null order by done_at desc limit ${doneLimit}::int)
    ) f join contact c on c.owner_id = f.owner_id and c.id = f.contact_id
    order by f.done_at desc nulls first, f.due_on, f.id`;
  return rows.map(followUp);
}

/** Doing what is done already changes nothing, and keeps when it was first done. */
export async function completeFollowUp(db: OwnerDb, id: string): Promise<void> {
  await db.followUp.updateMany({ where: { ownerId: db.owner, id, doneAt: null }, data: { doneAt: new Date() } });
  await requireFollowUp(db, id);
}

export async function reopenFollowUp(db: OwnerDb, id: string): Promise<void> {
  await change(db, id, { doneAt: null });
}

/** Out of sight until a day, or with null back in sight; the day it was due stays known. */
export async function snoozeFollowUp(db: OwnerDb, id: string, until: string | null): Promise<void> {
  await change(db, id, { snoozedUntil: until === null ? null : asDate(until) });
}

export async function deleteFollowUp(db: OwnerDb, id: string): Promise<void> {
  const { count } = await db.followUp.deleteMany({ where: { ownerId: db.owner, id } });
  if (count === 0) throw new Refusal("notFound");
}

const columns = sql`f.id, f.contact_id as "contactId", c.full_name as "contactName", f.title, f.due_on::text as "dueOn",
  f.snoozed_until::text as "snoozedUntil", f.done_at as "doneAt"`;
type Row = Omit<FollowUp, "doneAt"> & { doneAt: Date | null };

const followUp = ({ doneAt, ...row }: Row): FollowUp => ({ ...row, doneAt: doneAt?.toISOString() ?? null });

async function change(db: OwnerDb, id: string, data: { doneAt?: null; snoozedUntil?: Date | null }) {
  const { count } = await db.followUp.updateMany({ where: { ownerId: db.owner, id }, data });
  if (count === 0) throw new Refusal("notFound");
}

async function requireFollowUp(db: OwnerDb, id: string) {
  const found = await db.followUp.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { id: true },
  });
  if (!found) throw new Refusal("notFound");
}
