import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { AssessmentDetail, AssessmentInput } from "./schema";

const dayMs = 86_400_000;

/**
 * Saves what is filled in so far; saving is reviewing, so it counts anew from now. `version` is the one the form read:
 * null where there was none. Throws a Refusal: `notFound`, `changedElsewhere`.
 */
export async function saveAssessment(
  db: OwnerDb,
  contactId: string,
  version: number | null,
  input: AssessmentInput,
): Promise<void> {
  const { fullName } = await requireContact(db, contactId);
  const key = { ownerId: db.owner, contactId };
  const data = { ...input, reviewedAt: new Date() };
  if (version === null) {
    const { count } = await db.assessment.createMany({ data: { ...key, ...data }, skipDuplicates: true });
    if (count === 1) return;
  }
  const { count } = await db.assessment.updateMany({
    where: { ...key, version: version ?? 0 }, // versions start at 1: none is 0
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) {
    const see = { href: `/contacts/${contactId}/assessment`, label: fullName } as const;
    throw new Refusal("changedElsewhere", undefined, {}, see);
  }
}

/** Null while nothing has been written about the contact. */
export async function getAssessment(db: OwnerDb, contactId: string): Promise<AssessmentDetail | null> {
  const found = await db.assessment.findUnique({
    where: { ownerId_contactId: { ownerId: db.owner, contactId } },
    select: {
      wantsToDeepen: true,
      iBelieve: true,
      theyBelieve: true,
      synergy: true,
      wouldIntroduce: true,
      commonGround: true,
      goal: true,
      canSay: true,
      reviewedAt: true,
      version: true,
    },
  });
  if (!found) return null;
  const countsUntil = new Date(found.reviewedAt.getTime() + (await getAssessmentMaxAge(db)) * dayMs);
  return { ...found, reviewedAt: found.reviewedAt.toISOString(), countsUntil: countsUntil.toISOString() };
}

/** For how many days a review counts. */
export async function getAssessmentMaxAge(db: OwnerDb): Promise<number> {
  const [policy] = await db.$queryRaw<{ assessment_max_age_days: number }[]>`
    select assessment_max_age_days from policy_in_force(${db.owner}::uuid)`;
  if (!policy) throw new Error("policy_in_force answers for every owner");
  return policy.assessment_max_age_days;
}
