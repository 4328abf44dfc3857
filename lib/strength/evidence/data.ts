// What the explanation of a standing rests on.
import "server-only";
import { allOf } from "@/lib/all-of";
import type { OwnerDb } from "@/lib/db";
import { withContact } from "@/lib/interactions/with-contact/data";
import { Prisma } from "@/prisma/generated/client";
import type { Evidence, Policy } from "../schema";

const { sql } = Prisma;

/** Out of JSON, so the moment is text. */
type Happened = { id: string; at: string };
type Contacted = {
  lastMeeting: Happened | null;
  lastCall: Happened | null;
  lastContact: Happened | null;
  callDays: number;
  callSpanDays: number;
};
type Policies = Policy & { assessmentMaxAgeDays: number; checkMaxAgeDays: number };
type Check = { id: string; kind: Evidence["checks"][number]["kind"]; origin: string; validUntil: Date };

const dayMs = 86_400_000;

/**
 * What is recorded, or at a past moment (ISO) what was: each fact by its own date. Texts and answers have none, so they
 * are as now. Null where the contact isn't the owner's or is in the trash.
 */
export async function getEvidence(db: OwnerDb, contactId: string, at?: string): Promise<Evidence | null> {
  const past = at !== undefined && Date.parse(at) < Date.now() ? new Date(at) : null;
  const moment = past?.toISOString() ?? "infinity";
  // Asked at once, also where there is no such contact: then nothing is found of it.
  const { found, policy, checks, happened } = await allOf({
    found: readContact(db, contactId, past),
    policy: policyInForce(db),
    checks: countingChecks(db, contactId, moment),
    happened: contacted(db, contactId, moment),
  });
  if (!found) return null;
  const { assessment: latest, checks: concerns, supportActs: acts, ...contact } = found;
  const { lastMeeting, lastCall, lastContact, ...calls } = happened;
  const assessment = latest && (!past || latest.reviewedAt <= past) ? latest : null;
  const given = (direction: "GIVEN" | "RECEIVED") => acts.filter((act) => act.direction === direction).length;
  return {
    ...contact,
    assessment: assessment && {
      ...assessment,
      reviewedAt: assessment.reviewedAt.toISOString(),
      dueAt: new Date(assessment.reviewedAt.getTime() + policy.assessmentMaxAgeDays * dayMs).toISOString(),
    },
    lastMeeting: dated(lastMeeting),
    lastCall: dated(lastCall),
    lastContact: dated(lastContact),
    ...calls,
    checks: checks.map((check) => ({ ...check, validUntil: check.validUntil.toISOString() })),
    openConcerns: concerns.map((concern) => ({ ...concern, checkedAt: concern.checkedAt.toISOString() })),
    supportGiven: given("GIVEN"),
    supportReceived: given("RECEIVED"),
    policy,
  };
}

/** What is written of the contact itself, with the concerns that were open and the support there was. */
function readContact(db: OwnerDb, contactId: string, past: Date | null) {
  return db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: {
      ...{ howWeMet: true, expertise: true, geographicBarrier: true },
      assessment: { omit: { ownerId: true, contactId: true, version: true, createdAt: true, updatedAt: true } },
      checks: {
        where: {
          finding: "CONCERN",
          ...(past
            ? { checkedAt: { lte: past }, OR: [{ resolvedAt: null }, { resolvedAt: { gt: past } }] }
            : { resolvedAt: null }),
        },
        orderBy: { checkedAt: "desc" },
        select: { id: true, claim: true, checkedAt: true },
      },
      supportActs: { where: past ? { occurredAt: { lte: past } } : {}, select: { direction: true } },
    },
  });
}

function dated(happened: Happened | null) {
  return happened && { id: happened.id, at: new Date(happened.at).toISOString() };
}

async function policyInForce(db: OwnerDb): Promise<Policies> {
  const [policy] = await db.$queryRaw<[Policies]>`
    select min_two_way_days as "minTwoWayDays", min_common_ground as "minCommonGround", min_checks as "minChecks",
      min_check_kinds as "minCheckKinds", remote_min_calls as "remoteMinCalls",
      remote_min_span_days as "remoteMinSpanDays", require_support_each_way as "requireSupportEachWay",
      assessment_max_age_days as "assessmentMaxAgeDays", check_max_age_days as "checkMaxAgeDays"
    from policy_in_force(${db.owner}::uuid)`;
  return policy;
}

function countingChecks(db: OwnerDb, contactId: string, moment: string): Promise<Check[]> {
  return db.$queryRaw<Check[]>`
    select id, kind, origin, until as "validUntil"
    from supporting_checks(${db.owner}::uuid, array[${contactId}::uuid], ${moment}::timestamptz)
    order by until desc, id`;
}

/** The latest of what happened, of all or of `which`. JSON is made of that one alone: within the sort it was made of each. */
const latestOf = (which = Prisma.empty) => sql`(
  select jsonb_build_object('id', id, 'at', at)
  from (select id, at from happened ${which} order by at desc, id limit 1) latest)`;

async function contacted(db: OwnerDb, contactId: string, moment: string): Promise<Contacted> {
  const [row] = await db.$queryRaw<[Contacted]>`
    with happened as (
      select i.id, i.kind, i.occurred_at as at, (i.occurred_at at time zone 'UTC')::date as day
      from interaction i
      where ${withContact(sql`${db.owner}::uuid`, sql`${contactId}::uuid`)} and i.confirmed
        and i.occurred_at <= ${moment}::timestamptz
    )
    select
      ${latestOf(sql`where kind = 'IN_PERSON'`)} as "lastMeeting",
      ${latestOf(sql`where kind in ('VIDEO', 'CALL')`)} as "lastCall",
      ${latestOf()} as "lastContact",
      (count(distinct day) filter (where kind in ('VIDEO', 'CALL')))::int as "callDays",
      coalesce(max(day) filter (where kind in ('VIDEO', 'CALL'))
        - min(day) filter (where kind in ('VIDEO', 'CALL')), 0) as "callSpanDays"
    from happened`;
  return row;
}
