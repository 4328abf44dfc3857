import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { HelpAct, SupportAct } from "./schema";
import type { SupportDirection, SupportKind } from "./words";

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

/**
 * Deletes it, and with it the other half of an introduction. Throws a Refusal: `notFound`, `fromRecommendation` (it stands
 * as long as the recommendation is published).
 */
export async function deleteSupportAct(db: OwnerDb, id: string): Promise<void> {
  const found = await db.supportAct.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { introductionId: true, recommendations: { select: { id: true }, take: 1 } },
  });
  if (!found) throw new Refusal("notFound");
  if (found.recommendations.length > 0) throw new Refusal("fromRecommendation");
  const { introductionId } = found;
  await db.supportAct.deleteMany({
    where: { ownerId: db.owner, OR: [{ id }, ...(introductionId ? [{ introductionId }] : [])] },
  });
}

const whole = {
  id: true,
  contactId: true,
  direction: true,
  kind: true,
  occurredAt: true,
  note: true,
  introductionId: true,
  introduced: { select: { id: true, fullName: true, deletedAt: true } },
  recommendations: { select: { id: true }, take: 1 },
} as const;

/** What you two did for each other, the latest first. */
export async function listSupportActs(db: OwnerDb, contactId: string): Promise<SupportAct[]> {
  const found = await db.supportAct.findMany({
    where: { ownerId: db.owner, contactId },
    select: whole,
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
  });
  return found.map(toAct);
}

/** The latest acts with anybody; with `kind`, of that kind alone. */
export async function listLatestActs(
  db: OwnerDb,
  { kind, limit = 20 }: { kind?: SupportKind; limit?: number } = {},
): Promise<HelpAct[]> {
  const found = await db.supportAct.findMany({
    where: { ownerId: db.owner, contact: { deletedAt: null }, ...(kind && { kind }) },
    select: { ...whole, contact: { select: { fullName: true } } },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return found.map(({ contact, ...act }) => ({ ...toAct(act), fullName: contact.fullName }));
}

type Row = Omit<SupportAct, "occurredAt" | "introduced" | "fromRecommendation"> & {
  occurredAt: Date;
  introduced: { id: string; fullName: string; deletedAt: Date | null } | null;
  recommendations: { id: string }[];
};

function toAct({ occurredAt, introduced, recommendations, ...act }: Row): SupportAct {
  return {
    ...act,
    occurredAt: occurredAt.toISOString(),
    introduced: introduced && !introduced.deletedAt ? { id: introduced.id, fullName: introduced.fullName } : null,
    fromRecommendation: recommendations.length > 0,
  };
}
