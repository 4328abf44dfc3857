// One person at a glance.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { getStanding } from "@/lib/strength/data";
import { getEvidence } from "@/lib/strength/evidence/data";
import { type Explanation, explain } from "@/lib/strength/explain";
import type { Standing } from "@/lib/strength/schema";

export type Glance = {
  standing: Standing;
  explanation: Explanation;
  followUp: { title: string; dueOn: string } | null;
};

/** Null where the contact isn't the owner's or is in the trash. */
export async function getGlance(db: OwnerDb, contactId: string): Promise<Glance | null> {
  const standing = await getStanding(db, contactId);
  const evidence = standing && (await getEvidence(db, contactId));
  if (!standing || !evidence) return null;
  const next = await db.followUp.findFirst({
    where: { ownerId: db.owner, contactId, doneAt: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { title: true, dueOn: true },
  });
  return {
    standing,
    explanation: explain(standing, evidence),
    followUp: next && { title: next.title, dueOn: next.dueOn.toISOString().slice(0, 10) },
  };
}
