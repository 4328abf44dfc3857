import "server-only";
import { aboutContact } from "@/lib/contacts/about";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import { inTrash } from "@/lib/contacts/trash/condition/data";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import type { Verdict } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import { sentColumns, toSent } from "../outgoing/data";
import type { InvitationList, InvitationSummary, OpenInvitations, Page } from "../schema";

const { sql, empty } = Prisma;

/** When an invitation `v` was sent, or else written down. */
export const sentAt = sql`coalesce(v.sent_at, v.created_at)`;
/** Incoming and waiting for the owner, also once they replied to what was asked. */
export const isToAnswer = sql`v.direction = 'INCOMING' and v.status in ('RECEIVED', 'ASKED')
  and (v.status = 'RECEIVED' or v.reply is not null)`;
const isAsked = sql`v.direction = 'INCOMING' and v.status = 'ASKED' and v.reply is null`;
const waiting = sql`v.direction = 'OUTGOING' and v.status = 'SENT'`;

/** Who is on each list, of invitations `v`, and by which moment they stand there. */
const lists: Record<InvitationList, { where: Prisma.Sql; at: Prisma.Sql; newestFirst?: true }> = {
  /** Whoever waited longest is answered first. */
  toAnswer: { where: isToAnswer, at: sentAt },
  /** Asked about and not replied to: whoever was asked longest ago comes first. */
  asked: {
    where: isAsked,
    at: sql`coalesce(v.asked_at, '-infinity')`,
  },
  waiting: { where: waiting, at: sentAt, newestFirst: true },
  /** Of those the ones that wait for too long, the longest first. */
  overdue: { where: waiting, at: sentAt },
  ended: {
    where: sql`v.status in ('ACCEPTED', 'IGNORED', 'WITHDRAWN', 'DECLINED')`,
    at: sql`v.answered_at`,
    newestFirst: true,
  },
};

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
  const { where, at, newestFirst } = lists[list];
  const key = sql`coalesce(${at}, '-infinity'), v.id`;
  const isAfter = (cursor: string) => sql`and (${key}) ${newestFirst ? sql`<` : sql`>`} (
    select ${key} from invitation v where v.owner_id = ${db.owner}::uuid and v.id = ${cursor}::uuid)`;
  const found = await db.$queryRaw<{ id: string }[]>`
    select v.id from invitation v
    where v.owner_id = ${db.owner}::uuid and ${where} ${list === "overdue" && sentBefore ? sql`and v.sent_at <= ${sentBefore}` : empty}
      and v.contact_id not in (${inTrash(db)}) ${after ? isAfter(after) : empty}
    order by ${newestFirst ? sql`${at} desc nulls last, v.id desc` : sql`${at}, v.id`}
    limit ${limit + 1}::int`;
  const ids = found.slice(0, limit).map(({ id }) => id);
  const rows = ids.length
    ? await db.invitation.findMany({ where: { ownerId: db.owner, id: { in: ids } }, select: columns })
    : [];
  const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
  return {
    items: ids.flatMap((id) => byId.get(id) ?? []),
    next: found.length > limit ? (ids.at(-1) ?? null) : null,
  };
}

/** How many wait: for the owner's answer, for what was asked, and for theirs. Those of contacts in the trash are counted apart. */
export async function countInvitations(db: OwnerSql): Promise<OpenInvitations> {
  const [counts] = await db.$queryRaw<OpenInvitations[]>`
    with trashed as materialized (${inTrash(db)})
    select (came.to_answer - gone.to_answer)::int as "toAnswer", (came.asked - gone.asked)::int as asked,
      (sent.waiting - gone.waiting)::int as waiting
    from (
      select count(*) filter (where ${isToAnswer}) as to_answer, count(*) filter (where ${isAsked}) as asked
      from invitation v
      where v.owner_id = ${db.owner}::uuid and v.direction = 'INCOMING' and v.status in ('RECEIVED', 'ASKED')
    ) came
    cross join (select count(*) as waiting from invitation v where v.owner_id = ${db.owner}::uuid and ${waiting}) sent
    cross join (
      select count(*) filter (where ${isToAnswer}) as to_answer, count(*) filter (where ${isAsked}) as asked,
        count(*) filter (where ${waiting}) as waiting
      from trashed join invitation v on v.owner_id = ${db.owner}::uuid and v.contact_id = trashed.id
    ) gone`;
  if (!counts) throw new Error("an aggregate has one row");
  return counts;
}

/** How many have waited for their answer since before that moment. */
export async function countOverdue(db: OwnerDb, sentBefore: Date): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from invitation v
    where v.owner_id = ${db.owner}::uuid and ${waiting} and v.sent_at <= ${sentBefore} and v.contact_id not in (${inTrash(db)})`;
  return counted?.count ?? 0;
}

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
