import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { TakenFollowUp } from "./schema";

/** Follow-ups with people outside the trash, by id, at most `most` after `after`; `openOnly` passes over the done ones. */
export async function listFollowUpsToTake(
  db: OwnerDb,
  after: string | null,
  most: number,
  { openOnly = false } = {},
): Promise<TakenFollowUp[]> {
  const found = await db.followUp.findMany({
    where: {
      ownerId: db.owner,
      contact: { deletedAt: null },
      ...(after && { id: { gt: after } }),
      ...(openOnly && { doneAt: null }),
    },
    select: {
      id: true,
      title: true,
      dueOn: true,
      snoozedUntil: true,
      doneAt: true,
      updatedAt: true,
      contact: { select: { fullName: true } },
    },
    orderBy: { id: "asc" },
    take: most,
  });
  return found.map(({ id, title, dueOn, snoozedUntil, doneAt, updatedAt, contact }) => ({
    id,
    title,
    contactName: contact.fullName,
    day: new Date(Math.max(dueOn.getTime(), snoozedUntil?.getTime() ?? 0)).toISOString().slice(0, 10),
    isDone: doneAt !== null,
    updatedAt: updatedAt.toISOString(),
  }));
}
