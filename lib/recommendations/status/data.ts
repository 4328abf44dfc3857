// How a recommendation gets into a state, and what that writes elsewhere.
import "server-only";
import { momentOf } from "@/lib/dates/moment";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { Clock } from "../clock";
import { needsConnection } from "../moves";
import type { RecommendationStatus } from "../words";

/**
 * Puts it into a state; into PUBLISHED it was published on the day `publishedOn`, or now. A published one is an act of
 * support: exactly one, with its direction and its day, for as long as it is published.
 *
 * Throws a Refusal `notConnected` on `field` for what LinkedIn allows only to connections, unless it `isBack`: what was
 * so may be so again, whoever is connected by now.
 */
export async function enterStatus(
  db: OwnerDb,
  id: string,
  status: RecommendationStatus,
  publishedOn: string | null,
  clock: Clock,
  { field, isBack = false }: { field?: string; isBack?: boolean } = {},
): Promise<void> {
  const where = { ownerId_id: { ownerId: db.owner, id } };
  const { contactId, direction, publishedAt, requestedAt, supportActId, work, contact, ...was } =
    await db.recommendation.findUniqueOrThrow({
      where,
      include: { contact: { select: { fullName: true, connectionStatus: true } } },
    });
  if (status !== was.status && needsConnection(status) && contact.connectionStatus !== "CONNECTED" && !isBack) {
    throw new Refusal("notConnected", field, { name: contact.fullName });
  }
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
  const occurredAt = publishedOn ? momentOfDay(publishedOn, publishedAt, clock) : (publishedAt ?? clock.now);
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

function momentOfDay(day: string, publishedAt: Date | null, { timeZone, now }: Clock): Date {
  const kept = publishedAt && { kept: publishedAt.toISOString() };
  return new Date(momentOf({ day, time: null }, timeZone, now, { ...kept, dayField: "publishedOn" }));
}
