import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import { dayOf } from "@/lib/dates/format";
import { momentOf } from "@/lib/dates/moment";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type {
  BoardColumn,
  CreateRecommendation,
  RecommendationDetail,
  RecommendationStatus,
  RecommendationSummary,
  Recommended,
  UpdateRecommendation,
} from "./schema";
import { recommendationStatuses } from "./schema";

/** The owner's clock: days are theirs. */
export type Clock = { timeZone: string; now: Date };

const summary = {
  id: true,
  direction: true,
  status: true,
  work: true,
  dueOn: true,
  publishedAt: true,
  version: true,
  contact: { select: { id: true, fullName: true, connectionStatus: true } },
} as const;

export async function getRecommendation(db: OwnerDb, id: string, clock: Clock): Promise<RecommendationDetail | null> {
  const found = await db.recommendation.findFirst({
    where: { ownerId: db.owner, id, contact: { deletedAt: null } },
    select: { ...summary, text: true },
  });
  return found && { ...toSummary(found, clock), text: found.text };
}

/** Who a new recommendation would be about; null where there is no such contact. */
export async function getRecommended(db: OwnerDb, contactId: string): Promise<Recommended | null> {
  const found = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: { id: true, fullName: true, connectionStatus: true },
  });
  return found && { id: found.id, fullName: found.fullName, connected: found.connectionStatus === "CONNECTED" };
}

/** One column a state, each with its count and its first `limit`: what is due first, what was published last. */
export async function listBoard(db: OwnerDb, clock: Clock, limit = 20): Promise<BoardColumn[]> {
  const where = { ownerId: db.owner, contact: { deletedAt: null } };
  const counts = await db.recommendation.groupBy({ by: ["status"], where, _count: true });
  const columns: BoardColumn[] = [];
  for (const status of recommendationStatuses) {
    const count = counts.find((group) => group.status === status)?._count ?? 0;
    const items = count
      ? await db.recommendation.findMany({
          where: { ...where, status },
          orderBy:
            status === "PUBLISHED"
              ? [{ publishedAt: "desc" }, { id: "desc" }]
              : [{ dueOn: { sort: "asc", nulls: "last" } }, { updatedAt: "desc" }, { id: "desc" }],
          take: limit,
          select: summary,
        })
      : [];
    columns.push({ status, count, items: items.map((item) => toSummary(item, clock)) });
  }
  return columns;
}

export async function createRecommendation(
  db: OwnerDb,
  { contactId, status, publishedOn, dueOn, ...what }: CreateRecommendation,
  clock: Clock,
): Promise<string> {
  await requireContact(db, contactId);
  const { id } = await db.recommendation.create({
    data: { ownerId: db.owner, contactId, ...what, dueOn: dueOn ? new Date(dueOn) : null },
    select: { id: true },
  });
  await enterStatus(db, id, status, publishedOn, clock);
  return id;
}

/** `version` is the one that was read, null to write over any. Throws a Refusal: `changedElsewhere`, `notFound`. */
export async function updateRecommendation(
  db: OwnerDb,
  id: string,
  version: number | null,
  { status, publishedOn, dueOn, ...what }: UpdateRecommendation,
  clock: Clock,
): Promise<void> {
  await claimVersion(db, id, version);
  await db.recommendation.update({
    where: { ownerId_id: { ownerId: db.owner, id } },
    data: { ...what, dueOn: dueOn ? new Date(dueOn) : null },
  });
  await enterStatus(db, id, status, publishedOn, clock);
}

/** Moves it to another state; into PUBLISHED it was published on the day `publishedOn`, or now. */
export async function moveRecommendation(
  db: OwnerDb,
  id: string,
  version: number,
  status: RecommendationStatus,
  publishedOn: string | null,
  clock: Clock,
): Promise<void> {
  await claimVersion(db, id, version);
  await enterStatus(db, id, status, publishedOn, clock);
}

/** Deletes it, and the support act with it. */
export async function deleteRecommendation(db: OwnerDb, id: string, version: number, clock: Clock): Promise<void> {
  await claimVersion(db, id, version);
  await enterStatus(db, id, "DECLINED", null, clock);
  await db.recommendation.delete({ where: { ownerId_id: { ownerId: db.owner, id } } });
}

/** Raises the version if it still is the one that was read, and holds the row until the transaction ends. */
async function claimVersion(db: OwnerDb, id: string, version: number | null) {
  const { count } = await db.recommendation.updateMany({
    where: { ownerId: db.owner, id, ...(version !== null && { version }) },
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

/**
 * A published recommendation is an act of support: exactly one, with its direction and its day, for as long as it is
 * published.
 */
async function enterStatus(
  db: OwnerDb,
  id: string,
  status: RecommendationStatus,
  publishedOn: string | null,
  clock: Clock,
) {
  const where = { ownerId_id: { ownerId: db.owner, id } };
  const { contactId, direction, publishedAt, requestedAt, supportActId, work } =
    await db.recommendation.findUniqueOrThrow({ where });
  if (status !== "PUBLISHED") {
    await db.recommendation.update({
      where,
      data: {
        status,
        publishedAt: null,
        supportActId: null,
        ...(status === "REQUESTED" && !requestedAt && { requestedAt: clock.now }),
      },
    });
    if (supportActId) await db.supportAct.deleteMany({ where: { ownerId: db.owner, id: supportActId } });
    return;
  }
  const occurredAt = publishedOn
    ? new Date(
        momentOf({ day: publishedOn, time: null }, clock.timeZone, clock.now, {
          ...(publishedAt && { kept: publishedAt.toISOString() }),
          dayField: "publishedOn",
        }),
      )
    : (publishedAt ?? clock.now);
  const act = { direction, kind: "RECOMMENDATION", occurredAt, note: work } as const;
  if (supportActId) {
    await db.supportAct.update({ where: { ownerId_id: { ownerId: db.owner, id: supportActId } }, data: act });
    await db.recommendation.update({ where, data: { status, publishedAt: occurredAt } });
  } else {
    const { id: written } = await db.supportAct.create({
      data: { ownerId: db.owner, contactId, ...act },
      select: { id: true },
    });
    await db.recommendation.update({ where, data: { status, publishedAt: occurredAt, supportActId: written } });
  }
}

type SummaryRow = {
  id: string;
  direction: RecommendationSummary["direction"];
  status: RecommendationStatus;
  work: string | null;
  dueOn: Date | null;
  publishedAt: Date | null;
  version: number;
  contact: { id: string; fullName: string; connectionStatus: string };
};

function toSummary(
  { contact: { connectionStatus, ...contact }, dueOn, publishedAt, ...row }: SummaryRow,
  { timeZone, now }: Clock,
): RecommendationSummary {
  const due = dueOn?.toISOString().slice(0, 10) ?? null;
  const ended = row.status === "PUBLISHED" || row.status === "DECLINED";
  return {
    id: row.id,
    direction: row.direction,
    status: row.status,
    work: row.work,
    version: row.version,
    dueOn: due,
    overdue: !ended && due !== null && due < dayOf(now, timeZone),
    publishedOn: publishedAt && dayOf(publishedAt, timeZone),
    contact: { ...contact, connected: connectionStatus === "CONNECTED" },
  };
}
