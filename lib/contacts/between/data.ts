import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { RecommendationEntry, RecommendationSide } from "./schema";

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
