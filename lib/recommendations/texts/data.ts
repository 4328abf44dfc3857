// Every text of a recommendation as it was saved.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { SavedText } from "../schema";

/** Keeps the text that was just saved; nothing where there is none, or it is the one saved last. */
export async function keepText(db: OwnerDb, recommendationId: string, text: string | null): Promise<void> {
  if (!text) return;
  const last = await db.recommendationVersion.findFirst({
    where: { ownerId: db.owner, recommendationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { text: true },
  });
  if (last?.text === text) return;
  await db.recommendationVersion.create({ data: { ownerId: db.owner, recommendationId, text }, select: { id: true } });
}

/** The newest first. */
export async function listTexts(db: OwnerDb, recommendationId: string, limit = 200): Promise<SavedText[]> {
  const found = await db.recommendationVersion.findMany({
    where: { ownerId: db.owner, recommendationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, text: true, createdAt: true },
  });
  return found.map(({ createdAt, ...saved }) => ({ ...saved, createdAt: createdAt.toISOString() }));
}

/** The text of one version of this recommendation. Throws a Refusal `notFound`. */
export async function getText(db: OwnerDb, recommendationId: string, id: string): Promise<string> {
  const found = await db.recommendationVersion.findFirst({
    where: { ownerId: db.owner, recommendationId, id },
    select: { text: true },
  });
  if (!found) throw new Refusal("notFound");
  return found.text;
}
