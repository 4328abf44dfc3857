import "server-only";
import { startOfMonth, startOfWeek } from "@/lib/dates/periods";
import type { OwnerDb } from "@/lib/db";
import { type Allowance, type Allowances, type DeskSetting, freeAccount } from "./schema";

/** The owner's limits, or a free account's. */
export async function getDeskSetting(db: OwnerDb): Promise<DeskSetting> {
  const set = await db.deskSetting.findUnique({
    where: { ownerId: db.owner },
    select: { noteLength: true, notesAMonth: true, invitationsAWeek: true, recommendationGapDays: true },
  });
  return set ?? freeAccount;
}

export async function saveDeskSetting(db: OwnerDb, setting: DeskSetting): Promise<void> {
  await db.deskSetting.upsert({
    where: { ownerId: db.owner },
    create: { ownerId: db.owner, ...setting },
    update: setting,
  });
}

/**
 * What the invitation log says is used and left: notes in the owner's calendar month, invitations in the owner's
 * calendar week. A withdrawn invitation was sent all the same, and counts.
 */
export async function getAllowances(db: OwnerDb, timeZone: string, now = new Date()): Promise<Allowances> {
  const { noteLength, notesAMonth, invitationsAWeek } = await getDeskSetting(db);
  const month = startOfMonth(now, timeZone);
  const week = startOfWeek(now, timeZone);
  const sent = await db.invitation.findMany({
    where: {
      ownerId: db.owner,
      direction: "OUTGOING",
      status: { in: ["SENT", "ACCEPTED", "IGNORED", "WITHDRAWN"] },
      sentAt: { gte: new Date(Math.min(month.getTime(), week.getTime())) },
    },
    select: { sentAt: true, note: true },
  });
  const notes = sent.filter(({ sentAt, note }) => sentAt && sentAt >= month && note?.trim()).length;
  const invitations = sent.filter(({ sentAt }) => sentAt && sentAt >= week).length;
  return {
    noteLength,
    notesThisMonth: allowance(notes, notesAMonth),
    invitationsThisWeek: allowance(invitations, invitationsAWeek),
  };
}

function allowance(used: number, limit: number): Allowance {
  return { used, limit, left: Math.max(0, limit - used) };
}
