import "server-only";
import { nextMonth, nextWeek, startOfMonth, startOfWeek } from "@/lib/dates/periods";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { type Allowance, type Allowances, type DeskSetting, freeAccount } from "./schema";

/** The owner's limits, or a free account's. */
export async function getDeskSetting(db: OwnerSql): Promise<DeskSetting> {
  const [set] = await db.$queryRaw<DeskSetting[]>`
    select note_length as "noteLength", notes_a_month as "notesAMonth", invitations_a_week as "invitationsAWeek",
      withdraw_after_days as "withdrawAfterDays", recommendation_gap_days as "recommendationGapDays"
    from desk_setting where owner_id = ${db.owner}::uuid`;
  return set ?? freeAccount;
}

/** When they were set last, as a number that a form can name as their version; 0 where nothing is set. */
export async function getDeskVersion(db: OwnerDb): Promise<number> {
  const set = await db.deskSetting.findUnique({ where: { ownerId: db.owner }, select: { updatedAt: true } });
  return set?.updatedAt.getTime() ?? 0;
}

/** `version` is the one the form read. Throws the Refusal `changedElsewhere`. */
export async function saveDeskSetting(db: OwnerDb, setting: DeskSetting, version?: number): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`desk of ${db.owner}`}, 0))`;
  if (version !== undefined && version !== (await getDeskVersion(db))) throw new Refusal("changedElsewhere");
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
export async function getAllowances(db: OwnerSql, timeZone: string, now = new Date()): Promise<Allowances> {
  const { noteLength, notesAMonth, invitationsAWeek } = await getDeskSetting(db);
  const month = startOfMonth(now, timeZone);
  const week = startOfWeek(now, timeZone);
  const earlier = new Date(Math.min(month.getTime(), week.getTime()));
  const [used] = await db.$queryRaw<{ notes: number; invitations: number }[]>`
    select
      count(*) filter (where sent_at >= ${month} and note ~ '[^[:space:]]')::int as notes,
      count(*) filter (where sent_at >= ${week})::int as invitations
    from invitation
    where owner_id = ${db.owner}::uuid and direction = 'OUTGOING'
      and status in ('SENT', 'ACCEPTED', 'IGNORED', 'WITHDRAWN') and sent_at >= ${earlier}`;
  if (!used) throw new Error("an aggregate has one row");
  return {
    noteLength,
    notesThisMonth: allowance(used.notes, notesAMonth, nextMonth(now, timeZone)),
    invitationsThisWeek: allowance(used.invitations, invitationsAWeek, nextWeek(now, timeZone)),
  };
}

function allowance(used: number, limit: number, freeOn: string): Allowance {
  return { used, limit, left: Math.max(0, limit - used), freeOn };
}
