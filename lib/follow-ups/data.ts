import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { FollowUp } from "./schema";

/** Days travel as text (2026-11-22) and are kept as dates without a zone. */
const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date) => date.toISOString().slice(0, 10);

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

/** Open follow-ups due on `today` (the owner's) or before, snoozed ones once their day has come; the longest due first. */
export async function listDueFollowUps(db: OwnerDb, today: string, limit = 50): Promise<FollowUp[]> {
  const found = await db.followUp.findMany({ where: due(db, today), select, orderBy, take: limit });
  return found.map(followUp);
}

export function countDueFollowUps(db: OwnerDb, today: string): Promise<number> {
  return db.followUp.count({ where: due(db, today) });
}

/** A contact's follow-ups: the open ones by their day, then the last few done. */
export async function listFollowUps(db: OwnerDb, contactId: string, doneLimit = 5): Promise<FollowUp[]> {
  const mine = { ownerId: db.owner, contactId };
  const open = await db.followUp.findMany({ where: { ...mine, doneAt: null }, select, orderBy });
  const done = await db.followUp.findMany({
    where: { ...mine, doneAt: { not: null } },
    select,
    orderBy: { doneAt: "desc" },
    take: doneLimit,
  });
  return [...open, ...done].map(followUp);
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

const select = {
  id: true,
  contactId: true,
  title: true,
  dueOn: true,
  snoozedUntil: true,
  doneAt: true,
  contact: { select: { fullName: true } },
} as const;

const orderBy = [{ dueOn: "asc" as const }, { id: "asc" as const }];

const due = (db: OwnerDb, today: string) => ({
  ownerId: db.owner,
  doneAt: null,
  dueOn: { lte: asDate(today) },
  OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: asDate(today) } }],
  contact: { deletedAt: null },
});

type Row = Omit<FollowUp, "dueOn" | "snoozedUntil" | "doneAt" | "contactName"> & {
  dueOn: Date;
  snoozedUntil: Date | null;
  doneAt: Date | null;
  contact: { fullName: string };
};

function followUp({ contact, dueOn, snoozedUntil, doneAt, ...rest }: Row): FollowUp {
  return {
    ...rest,
    contactName: contact.fullName,
    dueOn: asDay(dueOn),
    snoozedUntil: snoozedUntil && asDay(snoozedUntil),
    doneAt: doneAt?.toISOString() ?? null,
  };
}

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
