import "server-only";
import { allOf } from "@/lib/all-of";
import type { OwnerSql } from "@/lib/db";
import { withContact } from "@/lib/interactions/with-contact/data";
import type { InteractionKind } from "@/lib/interactions/words";
import { Prisma } from "@/prisma/generated/client";
import type { DayOfContact, Heat, StrengthHistory } from "./schema";

const { sql } = Prisma;

/** A UTC day, as the rule counts days. */
type Happened = { day: string; kind: InteractionKind; count: number; interactionId: string };

/**
 * Every day since `since` (ISO) on which something counted happened with a contact, and how things stood before. Two
 * passes over the contact's interactions, however many there are.
 */
export async function getStrengthHistory(db: OwnerSql, contactId: string, since: string): Promise<StrengthHistory> {
  const heats = db.$queryRaw<(Heat & { day: string; inSpan: boolean })[]>`
    select extract(epoch from at)::float8 * 1000 as at, heat, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day,
      at > ${since}::timestamptz as "inSpan"
    from heat_history(${db.owner}::uuid, ${contactId}::uuid, ${since}::timestamptz)`;
  const policies = db.$queryRaw<{ halfLifeDays: number; warmAt: number }[]>`
    select half_life_days as "halfLifeDays", warm_at as "warmAt" from policy_in_force(${db.owner}::uuid)`;
  const found = await allOf({ heats, happened: readHappened(db, contactId, since), policies });
  const { days, earlier, firstAt } = found.happened;
  const [before] = found.heats.filter(({ inSpan }) => !inSpan);
  const [policy] = found.policies;
  if (!policy) throw new Error("policy_in_force answers for everybody");
  return {
    days: found.heats.filter(({ inSpan }) => inSpan).map((row) => dayOfContact(row, days.get(row.day) ?? [])),
    before: before ? { at: before.at, heat: before.heat } : null,
    earlier,
    firstAt,
    ...policy,
  };
}

/** What happened since then by day and kind; how much did before, and when the first of all. */
async function readHappened(db: OwnerSql, contactId: string, since: string) {
  const isSince = sql`i.occurred_at > ${since}::timestamptz`;
  // One pass: all that was before is the group without a day.
  const rows = await db.$queryRaw<((Happened | { day: null; count: number }) & { firstAt: number })[]>`
    select case when ${isSince} then to_char(i.occurred_at at time zone 'UTC', 'YYYY-MM-DD') end as day,
      case when ${isSince} then i.kind end as kind, count(*)::int as count, min(i.id::text) as "interactionId",
      extract(epoch from min(i.occurred_at))::float8 * 1000 as "firstAt"
    from interaction i
    where ${withContact(sql`${db.owner}::uuid`, sql`${contactId}::uuid`)} and i.confirmed
    group by 1, 2 order by 1, 2`;
  const days = new Map<string, Happened[]>();
  let earlier = 0;
  for (const row of rows) {
    if (row.day === null) earlier = row.count;
    else days.set(row.day, [...(days.get(row.day) ?? []), row]);
  }
  return { days, earlier, firstAt: rows.length > 0 ? Math.min(...rows.map((row) => row.firstAt)) : null };
}

function dayOfContact({ at, heat }: Heat, happened: Happened[]): DayOfContact {
  const [only] = happened;
  return {
    at,
    heat,
    kinds: happened.map(({ kind, count }) => ({ kind, count })),
    interactionId: happened.length === 1 && only?.count === 1 ? only.interactionId : null,
  };
}
