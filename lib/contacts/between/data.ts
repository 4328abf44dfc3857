import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { LastInvitation, RecommendationEntry, RecommendationSide } from "./schema";

/** The recommendations between the owner and one contact, the latest first. */
export async function listRecommendationsWith(db: OwnerDb, contactId: string): Promise<RecommendationEntry[]> {
  const found = await db.recommendation.findMany({
    where: { ownerId: db.owner, contactId },
    select: { id: true, direction: true, status: true, work: true, dueOn: true, publishedAt: true },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
  });
  return found.map(({ direction, dueOn, publishedAt, ...entry }) => ({
    ...entry,
    direction: direction satisfies RecommendationSide,
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    publishedAt: publishedAt?.toISOString() ?? null,
  }));
}

/** The latest invitation either way that was more than a draft. */
export async function getLastInvitation(db: OwnerDb, contactId: string): Promise<LastInvitation | null> {
  const found = await db.invitation.findFirst({
    where: { ownerId: db.owner, contactId, status: { not: "DRAFT" } },
    select: { status: true, sentAt: true, answeredAt: true, createdAt: true },
    orderBy: [{ sentAt: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }],
  });
  if (!found || found.status === "DRAFT") return null;
  const at = found.answeredAt ?? found.sentAt ?? found.createdAt;
  return { status: found.status, at: at.toISOString() };
}
