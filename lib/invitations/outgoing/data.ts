// What is particular to invitations the owner sent: how the contact stood by then, which are overdue, whom to write to.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { withContact } from "@/lib/interactions/with-contact/data";
import type { Verdict } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import type { Accepted, Closeness, Sent } from "./schema";

const { sql } = Prisma;

const dayMs = 86_400_000;
/** For how long after an acceptance a first follow-up is asked for. */
const askedForMs = 30 * dayMs;

/** The columns of an invitation that say how it was sent. */
export const sentColumns = {
  template: true,
  sentVerdict: true,
  sentRulesMet: true,
  sentStrength: true,
  sentMet: true,
} satisfies Prisma.InvitationSelect;

type SentRow = Prisma.InvitationGetPayload<{ select: typeof sentColumns & { sentAt: true; createdAt: true } }>;

export function toSent(row: SentRow): Sent {
  const { template, sentVerdict, sentRulesMet, sentStrength, sentMet, sentAt, createdAt } = row;
  const standing =
    sentVerdict === null || sentRulesMet === null
      ? null
      : { verdict: sentVerdict as Verdict, rulesMet: sentRulesMet, strength: sentStrength ?? 0, met: sentMet };
  // Whoever marks one as sent does so then; an archive tells of it later.
  const isFromArchive = !standing && sentAt !== null && createdAt.getTime() - sentAt.getTime() > dayMs;
  return { template, standing, isFromArchive };
}

type StandingColumns = {
  sentVerdict: string | null;
  sentRulesMet: number | null;
  sentStrength: number | null;
  sentMet: Closeness | null;
};

/** For an invitation that isn't sent, or not any more. */
export const nothingSent: StandingColumns = {
  sentVerdict: null,
  sentRulesMet: null,
  sentStrength: null,
  sentMet: null,
};

/** How the contact stands now, as an invitation that is being sent remembers it. */
export async function standingNow(db: OwnerDb, contactId: string): Promise<StandingColumns> {
  const [row] = await db.$queryRaw<StandingColumns[]>`
    select r.verdict as "sentVerdict", r.rules_met as "sentRulesMet", round(r.strength)::int as "sentStrength",
      (select i.kind from interaction i where ${withContact(sql`r.owner_id`, sql`r.contact_id`)} and i.confirmed
       order by i.kind limit 1) as "sentMet" -- the closest is the first of its kinds
    from relationship_strength r
    where r.owner_id = ${db.owner}::uuid and r.contact_id = ${contactId}::uuid`;
  return row ?? nothingSent;
}

/** How long one waits before withdrawing, as the moment before which an open invitation was sent. */
export const overdueBefore = (withdrawAfterDays: number, now = new Date()) =>
  new Date(now.getTime() - withdrawAfterDays * dayMs);

/** Who accepted in the last thirty days and has had no follow-up planned since, the latest first. */
export async function listAccepted(db: OwnerDb, now = new Date(), limit = 5): Promise<Accepted[]> {
  const rows = await db.$queryRaw<(Omit<Accepted, "answeredAt"> & { answeredAt: Date })[]>`
    select v.id, v.contact_id as "contactId", c.full_name as "fullName", v.answered_at as "answeredAt", a.goal
    from invitation v
    join contact c on c.owner_id = v.owner_id and c.id = v.contact_id and c.deleted_at is null
    left join assessment a on a.owner_id = v.owner_id and a.contact_id = v.contact_id
    where v.owner_id = ${db.owner}::uuid and v.direction = 'OUTGOING' and v.status = 'ACCEPTED'
      and v.answered_at > ${new Date(now.getTime() - askedForMs)}
      and not exists (
        select from follow_up f
        where f.owner_id = v.owner_id and f.contact_id = v.contact_id and f.created_at >= v.answered_at)
    order by v.answered_at desc, v.id limit ${limit}::int`;
  return rows.map((row) => ({ ...row, answeredAt: row.answeredAt.toISOString() }));
}
