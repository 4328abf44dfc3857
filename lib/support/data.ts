import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { SupportAct, SupportDirection, SupportKind } from "./schema";

/** `id` is made by the form: sent twice, it is written once. Throws a Refusal `notFound` where the contact is not there. */
export async function createSupportAct(
  db: OwnerDb,
  id: string,
  input: {
    contactId: string;
    direction: SupportDirection;
    kind: SupportKind;
    occurredAt: string;
    note: string | null;
  },
): Promise<void> {
  await requireContact(db, input.contactId);
  await db.supportAct.createMany({ data: { ownerId: db.owner, id, ...input }, skipDuplicates: true });
}

/** Throws a Refusal: `notFound`, `fromRecommendation` (it stands as long as the recommendation is published). */
export async function deleteSupportAct(db: OwnerDb, id: string): Promise<void> {
  const { count } = await db.supportAct.deleteMany({ where: { ownerId: db.owner, id, recommendations: { none: {} } } });
  if (count === 1) return;
  const found = await db.supportAct.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { id: true },
  });
  throw new Refusal(found ? "fromRecommendation" : "notFound");
}

/** What you two did for each other, the latest first. */
export async function listSupportActs(db: OwnerDb, contactId: string): Promise<SupportAct[]> {
  const found = await db.supportAct.findMany({
    where: { ownerId: db.owner, contactId },
    select: {
      id: true,
      contactId: true,
      direction: true,
      kind: true,
      occurredAt: true,
      note: true,
      recommendations: { select: { id: true }, take: 1 },
    },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
  });
  return found.map(({ occurredAt, recommendations, ...act }) => ({
    ...act,
    occurredAt: occurredAt.toISOString(),
    fromRecommendation: recommendations.length > 0,
  }));
}
