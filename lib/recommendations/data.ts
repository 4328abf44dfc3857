import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { Refusal } from "@/lib/refusal";
import type { Clock } from "./clock";
import type { CreateRecommendation, DeletedRecommendation, UpdateRecommendation } from "./schema";
import { enterStatus } from "./status/data";
import { getText, keepText } from "./texts/data";
import type { RecommendationStatus } from "./words";

/**
 * Answers with the id. With one that is there already nothing is written: the same form came twice. Throws a Refusal:
 * `notFound`, `notConnected`, and what the days are refused for.
 */
export async function createRecommendation(
  db: OwnerDb,
  { id = newOperationKey(), contactId, status, publishedOn, dueOn, ...what }: CreateRecommendation,
  clock: Clock,
): Promise<string> {
  await requireContact(db, contactId);
  const { count } = await db.recommendation.createMany({
    data: { ownerId: db.owner, id, contactId, ...what, dueOn: dateOf(dueOn) },
    skipDuplicates: true,
  });
  if (count === 0) return id;
  await keepText(db, id, what.text);
  await enterStatus(db, id, status, publishedOn, clock, { field: "status" });
  return id;
}

/** `version` is the one that was read. Throws a Refusal: `changedElsewhere`, `notFound`, `notConnected`. */
export async function updateRecommendation(
  db: OwnerDb,
  id: string,
  version: number,
  { status, publishedOn, dueOn, ...what }: UpdateRecommendation,
  clock: Clock,
): Promise<void> {
  await claimVersion(db, id, version);
  await db.recommendation.update({
    where: { ownerId_id: { ownerId: db.owner, id } },
    data: { ...what, dueOn: dateOf(dueOn) },
  });
  await keepText(db, id, what.text);
  await enterStatus(db, id, status, publishedOn, clock, { field: "status" });
}

/** Moves it to another state; into PUBLISHED it was published on the day `publishedOn`, or now. `isBack` takes a move back. */
export async function moveRecommendation(
  db: OwnerDb,
  id: string,
  version: number,
  {
    status,
    publishedOn = null,
    isBack = false,
  }: { status: RecommendationStatus; publishedOn?: string | null; isBack?: boolean },
  clock: Clock,
): Promise<void> {
  await claimVersion(db, id, version);
  await enterStatus(db, id, status, publishedOn, clock, { isBack });
}

/** Due on another day, or on none. */
export async function rescheduleRecommendation(
  db: OwnerDb,
  id: string,
  version: number,
  dueOn: string | null,
): Promise<void> {
  await claimVersion(db, id, version);
  await db.recommendation.update({
    where: { ownerId_id: { ownerId: db.owner, id } },
    data: { dueOn: dateOf(dueOn) },
  });
}

/** Its text becomes what it was in a version of it, which is a new version. */
export async function restoreText(db: OwnerDb, id: string, version: number, textId: string): Promise<void> {
  await claimVersion(db, id, version);
  const text = await getText(db, id, textId);
  await db.recommendation.update({ where: { ownerId_id: { ownerId: db.owner, id } }, data: { text } });
  await keepText(db, id, text);
}

/** Deletes it, its versions, and the support act it was. */
export async function deleteRecommendation(db: OwnerDb, id: string, version: number, clock: Clock): Promise<void> {
  await claimVersion(db, id, version);
  await enterStatus(db, id, "DECLINED", null, clock);
  await db.recommendation.delete({ where: { ownerId_id: { ownerId: db.owner, id } } });
}

/** A deleted one is there again, with every text; where it is there already, nothing happens. */
export async function bringBackRecommendation(
  db: OwnerDb,
  { id, contactId, version, status, publishedOn, dueOn, texts, createdAt, requestedAt, ...what }: DeletedRecommendation,
  clock: Clock,
): Promise<void> {
  await requireContact(db, contactId);
  const { count } = await db.recommendation.createMany({
    data: {
      ownerId: db.owner,
      id,
      contactId,
      ...what,
      dueOn: dateOf(dueOn),
      createdAt,
      requestedAt,
      version: version + 1,
    },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await db.recommendationVersion.createMany({
    data: texts.map((saved) => ({ ownerId: db.owner, recommendationId: id, ...saved })),
    skipDuplicates: true,
  });
  await enterStatus(db, id, status, publishedOn, clock, { isBack: true });
}

const dateOf = (day: string | null) => (day ? new Date(day) : null);

/** Raises the version if it still is the one that was read, and holds the row until the transaction ends. */
async function claimVersion(db: OwnerDb, id: string, version: number) {
  const { count } = await db.recommendation.updateMany({
    where: { ownerId: db.owner, id, version },
    data: { version: { increment: 1 } },
  });
  if (count === 1) return;
  const current = await db.recommendation.findFirst({
    where: { ownerId: db.owner, id },
    select: { contact: { select: { fullName: true } } },
  });
  if (!current) throw new Refusal("notFound");
  throw new Refusal(
    "changedElsewhere",
    undefined,
    {},
    { href: `/recommendations/${id}`, label: current.contact.fullName },
  );
}
