import "server-only";
import { aboutContact } from "@/lib/contacts/about";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import type { OwnerDb } from "@/lib/db";
import type { Verdict } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import { sentColumns, toSent } from "../outgoing/data";
import type { InvitationList, InvitationStatus, InvitationSummary, Page } from "../schema";

const ended: InvitationStatus[] = ["ACCEPTED", "IGNORED", "WITHDRAWN", "DECLINED"];

const lists = {
  /** Incoming and open, the oldest first: whoever waited longest is answered first. */
  toAnswer: {
    where: { direction: "INCOMING", status: { in: ["RECEIVED", "ASKED"] as InvitationStatus[] } },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
  },
  waiting: {
    where: { direction: "OUTGOING", status: "SENT" },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
  },
  /** Of those the ones that wait for too long, the longest first. */
  overdue: {
    where: { direction: "OUTGOING", status: "SENT" },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
  },
  ended: {
    where: { status: { in: ended } },
    orderBy: [{ answeredAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
  },
} as const;

const columns = {
  id: true,
  direction: true,
  status: true,
  note: true,
  reason: true,
  sentAt: true,
  answeredAt: true,
  createdAt: true,
  ...sentColumns,
  contact: {
    select: {
      id: true,
      fullName: true,
      headline: true,
      position: true,
      company: true,
      aliases: { orderBy: { lastSeen: "desc" }, take: 1, select: { slug: true } },
      strength: { select: { verdict: true, strength: true, missing: true, blockers: true } },
      standing: { select: { cooldownUntil: true, lastInteractionAt: true } },
    },
  },
} satisfies Prisma.InvitationSelect;

/**
 * A page of one of the lists; `after` is the id the page before ended with, `sentBefore` the moment before which those
 * that are overdue were sent.
 */
export async function listInvitations(
  db: OwnerDb,
  list: InvitationList,
  { after, limit = 30, sentBefore }: { after?: string | undefined; limit?: number; sentBefore?: Date } = {},
): Promise<Page<InvitationSummary>> {
  const { where, orderBy } = lists[list];
  const rows = await db.invitation.findMany({
    where: {
      ...where,
      ...(list === "overdue" && sentBefore && { sentAt: { lte: sentBefore } }),
      ownerId: db.owner,
      contact: { deletedAt: null },
    },
    orderBy: [...orderBy],
    ...(after && { cursor: { ownerId_id: { ownerId: db.owner, id: after } }, skip: 1 }),
    take: limit + 1,
    select: columns,
  });
  const items = rows.slice(0, limit).map(toSummary);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many wait: for the owner's answer, and for theirs. */
export async function countInvitations(db: OwnerDb): Promise<{ toAnswer: number; waiting: number }> {
  const [counts] = await db.$queryRaw<{ toAnswer: number; waiting: number }[]>`
    select count(*) filter (where direction = 'INCOMING')::int as "toAnswer",
      count(*) filter (where direction = 'OUTGOING')::int as waiting
    from invitation v
    where v.owner_id = ${db.owner}::uuid and ${isOutOfTheTrash}
      and (v.direction = 'INCOMING' and v.status in ('RECEIVED', 'ASKED') or v.direction = 'OUTGOING' and v.status = 'SENT')`;
  if (!counts) throw new Error("an aggregate has one row");
  return counts;
}

/** How many have waited for their answer since before that moment. */
export async function countOverdue(db: OwnerDb, sentBefore: Date): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from invitation v
    where v.owner_id = ${db.owner}::uuid and v.direction = 'OUTGOING' and v.status = 'SENT'
      and v.sent_at <= ${sentBefore} and ${isOutOfTheTrash}`;
  return counted?.count ?? 0;
}

/** Of an invitation `v`: asked of the few contacts in the trash, not of all the others. */
const isOutOfTheTrash = Prisma.sql`not exists (
  select from contact c where c.owner_id = v.owner_id and c.id = v.contact_id and c.deleted_at is not null)`;

type Row = Prisma.InvitationGetPayload<{ select: typeof columns }>;

function toSummary({ contact, ...row }: Row): InvitationSummary {
  const { aliases, strength, standing, position, company, headline, ...person } = contact;
  const slug = aliases[0]?.slug;
  const coolDown = row.status === "WITHDRAWN" ? standing?.cooldownUntil : null;
  return {
    id: row.id,
    direction: row.direction,
    status: row.status,
    note: row.note,
    reason: row.reason,
    at: (row.sentAt ?? row.createdAt).toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    sent: row.direction === "OUTGOING" ? toSent(row) : null,
    coolDownUntil: coolDown && coolDown > new Date() ? coolDown.toISOString() : null,
    contact: {
      ...person,
      about: aboutContact({ headline, position, company }),
      address: slug ? linkedInAddress(slug) : null,
      verdict: (strength?.verdict as Verdict | undefined) ?? null,
      strength: strength?.strength ?? 0,
      last: standing?.lastInteractionAt?.toISOString() ?? null,
      missing: strength?.missing ?? [],
      blockers: strength?.blockers ?? [],
    },
  };
}
