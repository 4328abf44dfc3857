import "server-only";
import { aboutContact } from "@/lib/contacts/about";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import type { OwnerDb } from "@/lib/db";
import type { Verdict } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import { sentColumns, toSent } from "../outgoing/data";
import type { InvitationList, InvitationStatus, InvitationSummary, OpenInvitations, Page } from "../schema";

const ended: InvitationStatus[] = ["ACCEPTED", "IGNORED", "WITHDRAWN", "DECLINED"];

const lists = {
  /** Incoming and waiting for the owner, the oldest first: whoever waited longest is answered first. */
  toAnswer: {
    where: { direction: "INCOMING", OR: [{ status: "RECEIVED" }, { status: "ASKED", reply: { not: null } }] },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
  },
  /** Asked about and not replied to: whoever was asked longest ago comes first. */
  asked: {
    where: { direction: "INCOMING", status: "ASKED", reply: null },
    orderBy: [{ askedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
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
} satisfies Record<
  InvitationList,
  { where: Prisma.InvitationWhereInput; orderBy: Prisma.InvitationOrderByWithRelationInput[] }
>;

const columns = {
  id: true,
  direction: true,
  status: true,
  note: true,
  reason: true,
  question: true,
  askedAt: true,
  reply: true,
  repliedAt: true,
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
 * that are overdue were sent. First who is on it, and then what is told of each: in one statement Postgres gathers all that for
 * the whole list before it takes the page.
 */
export async function listInvitations(
  db: OwnerDb,
  list: InvitationList,
  { after, limit = 30, sentBefore }: { after?: string | undefined; limit?: number; sentBefore?: Date } = {},
): Promise<Page<InvitationSummary>> {
  const { where, orderBy } = lists[list];
  const found = await db.invitation.findMany({
    where: {
      ...where,
      ...(list === "overdue" && sentBefore && { sentAt: { lte: sentBefore } }),
      ownerId: db.owner,
      contact: { deletedAt: null },
    },
    orderBy: [...orderBy],
    ...(after && { cursor: { ownerId_id: { ownerId: db.owner, id: after } }, skip: 1 }),
    take: limit + 1,
    select: { id: true },
  });
  if (found.length === 0) return { items: [], next: null };
  const ids = found.slice(0, limit).map(({ id }) => id);
  const rows = await db.invitation.findMany({
    where: { ownerId: db.owner, id: { in: ids } },
    orderBy: [...orderBy],
    select: columns,
  });
  return { items: rows.map(toSummary), next: found.length > limit ? (ids.at(-1) ?? null) : null };
}

/**
 * How many wait: for the owner's answer, for what was asked, and for theirs. Those of contacts in the trash, who are few,
 * are counted apart: looking at the contact of each would take longer than all the rest of a page.
 */
export async function countInvitations(db: OwnerDb): Promise<OpenInvitations> {
  const [counts] = await db.$queryRaw<OpenInvitations[]>`
    with trashed as materialized (
      select id from contact where owner_id = ${db.owner}::uuid and deleted_at is not null
    )
    select
      coalesce(sum(n) filter (where list = 'toAnswer'), 0)::int as "toAnswer",
      coalesce(sum(n) filter (where list = 'asked'), 0)::int as asked,
      coalesce(sum(n) filter (where list = 'waiting'), 0)::int as waiting
    from (
      select ${list} as list, 1 as n from invitation v
      where v.owner_id = ${db.owner}::uuid and v.direction = 'INCOMING' and v.status in ('RECEIVED', 'ASKED')
      union all
      select 'waiting', 1 from invitation v
      where v.owner_id = ${db.owner}::uuid and v.direction = 'OUTGOING' and v.status = 'SENT'
      union all
      select ${list}, -1 from trashed join invitation v on v.owner_id = ${db.owner}::uuid and v.contact_id = trashed.id
      where (v.direction = 'INCOMING' and v.status in ('RECEIVED', 'ASKED') or v.direction = 'OUTGOING' and v.status = 'SENT')
    ) counted`;
  if (!counts) throw new Error("an aggregate has one row");
  return counts;
}

/** How many have waited for their answer since before that moment. */
export async function countOverdue(db: OwnerDb, sentBefore: Date): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from invitation v
    where v.owner_id = ${db.owner}::uuid and v.direction = 'OUTGOING' and v.status = 'SENT'
      and v.sent_at <= ${sentBefore} and not exists (
        select from contact c where c.owner_id = v.owner_id and c.id = v.contact_id and c.deleted_at is not null)`;
  return counted?.count ?? 0;
}

/** Which of those lists an open invitation is in. */
const list = Prisma.sql`case
  when v.direction = 'OUTGOING' then 'waiting' when v.status = 'ASKED' and v.reply is null then 'asked' else 'toAnswer' end`;

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
    question: row.question,
    askedAt: row.askedAt?.toISOString() ?? null,
    reply: row.reply,
    repliedAt: row.repliedAt?.toISOString() ?? null,
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
