// What the explanation of a standing rests on.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { Evidence, Policy } from "../schema";

type Contacted = { lastMeetingAt: Date | null; callDays: number; callSpanDays: number };
type Policies = Policy & { assessmentMaxAgeDays: number; checkMaxAgeDays: number };
type Check = { id: string; kind: Evidence["checks"][number]["kind"]; origin: string; validUntil: Date };

const dayMs = 86_400_000;

/** Null where the contact isn't the owner's or is in the trash. */
export async function getEvidence(db: OwnerDb, contactId: string): Promise<Evidence | null> {
  const where = { ownerId: db.owner, contactId };
  const contact = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: { howWeMet: true, expertise: true, geographicBarrier: true },
  });
  if (!contact) return null;
  const policy = await policyInForce(db);
  const assessment = await db.assessment.findUnique({
    where: { ownerId_contactId: where },
    omit: { ownerId: true, contactId: true, version: true, createdAt: true, updatedAt: true },
  });
  const concerns = await db.credentialCheck.findMany({
    where: { ...where, finding: "CONCERN", resolvedAt: null },
    orderBy: { checkedAt: "desc" },
    select: { id: true, claim: true, checkedAt: true },
  });
  const acts = await db.supportAct.groupBy({ by: ["direction"], where, _count: true });
  const given = (direction: "GIVEN" | "RECEIVED") => acts.find((act) => act.direction === direction)?._count ?? 0;
  const checks = await countingChecks(db, contactId);
  const { lastMeetingAt, ...calls } = await contacted(db, contactId);
  return {
    ...contact,
    assessment: assessment && {
      ...assessment,
      reviewedAt: assessment.reviewedAt.toISOString(),
      dueAt: new Date(assessment.reviewedAt.getTime() + policy.assessmentMaxAgeDays * dayMs).toISOString(),
    },
    lastMeetingAt: lastMeetingAt?.toISOString() ?? null,
    ...calls,
    checks: checks.map((check) => ({ ...check, validUntil: check.validUntil.toISOString() })),
    openConcerns: concerns.map((concern) => ({ ...concern, checkedAt: concern.checkedAt.toISOString() })),
    supportGiven: given("GIVEN"),
    supportReceived: given("RECEIVED"),
    policy,
  };
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

function countingChecks(db: OwnerDb, contactId: string): Promise<Check[]> {
  return db.$queryRaw<Check[]>`
    select id, kind, origin, until as "validUntil"
    from supporting_checks(${db.owner}::uuid, array[${contactId}::uuid], 'infinity')
    order by until desc, id`;
}

async function contacted(db: OwnerDb, contactId: string): Promise<Contacted> {
  const [row] = await db.$queryRaw<[Contacted]>`
    select
      max(i.occurred_at) filter (where i.kind = 'IN_PERSON') as "lastMeetingAt",
      (count(distinct day) filter (where i.kind in ('VIDEO', 'CALL')))::int as "callDays",
      coalesce(max(day) filter (where i.kind in ('VIDEO', 'CALL'))
        - min(day) filter (where i.kind in ('VIDEO', 'CALL')), 0) as "callSpanDays"
    from interaction_contact ic
    join interaction i on i.owner_id = ic.owner_id and i.id = ic.interaction_id
    cross join lateral (select (i.occurred_at at time zone 'UTC')::date as day) d
    where ic.owner_id = ${db.owner}::uuid and ic.contact_id = ${contactId}::uuid and i.confirmed`;
  return row;
}
