// How everybody stood, day by day: counted whenever the owner looks, as network_day is and for the same reason.
import "server-only";
import { monthsAfter } from "@/lib/dates/moment";
import type { OwnerDb } from "@/lib/db";
import type { Overview } from "@/lib/strength/schema";
import type { StandingDay } from "../schema";

/**
 * Keeps what was counted on this day of the owner's; nothing is kept of an owner who never had anybody. What is kept
 * already isn't tried again: that alone would lock the row, and its commit wait for the disk.
 */
export async function recordStanding(
  db: OwnerDb,
  day: string,
  { verdicts: v, bands: b }: Pick<Overview, "verdicts" | "bands">,
): Promise<void> {
  const people = Object.values(v).reduce((sum, count) => sum + count, 0);
  await db.$executeRaw`
    insert into standing_day as d
      (owner_id, day, ready, almost, building, pending, connected, blocked, strong, warm, cool, cold)
    select ${db.owner}::uuid, ${day}::date, ${v.READY}::int, ${v.ALMOST}::int, ${v.BUILDING}::int, ${v.PENDING}::int,
      ${v.CONNECTED}::int, ${v.BLOCKED}::int, ${b.strong}::int, ${b.warm}::int, ${b.cool}::int, ${b.cold}::int
    where (${people}::int > 0 or exists (select from standing_day where owner_id = ${db.owner}::uuid))
      and not exists (
        select from standing_day k where k.owner_id = ${db.owner}::uuid and k.day = ${day}::date
          and (k.ready, k.almost, k.building, k.pending, k.connected, k.blocked, k.strong, k.warm, k.cool, k.cold)
            = (${v.READY}::int, ${v.ALMOST}::int, ${v.BUILDING}::int, ${v.PENDING}::int, ${v.CONNECTED}::int,
               ${v.BLOCKED}::int, ${b.strong}::int, ${b.warm}::int, ${b.cool}::int, ${b.cold}::int))
    on conflict (owner_id, day) do update
    set ready = excluded.ready, almost = excluded.almost, building = excluded.building, pending = excluded.pending,
      connected = excluded.connected, blocked = excluded.blocked,
      strong = excluded.strong, warm = excluded.warm, cool = excluded.cool, cold = excluded.cold
    where d is distinct from excluded`;
}

/** The last `months` months, in order of time: of each week its last record, and of each month, where one ends within a week. */
export async function listStandingDays(db: OwnerDb, today: string, months = 24): Promise<StandingDay[]> {
  return db.$queryRaw<StandingDay[]>`
    select distinct on (date_trunc('month', day), date_trunc('week', day)) day::text,
      json_build_object('READY', ready, 'ALMOST', almost, 'BUILDING', building, 'PENDING', pending,
                        'CONNECTED', connected, 'BLOCKED', blocked) as verdicts,
      json_build_object('strong', strong, 'warm', warm, 'cool', cool, 'cold', cold) as bands
    from standing_day
    where owner_id = ${db.owner}::uuid and day between ${monthsAfter(today, -months)}::date and ${today}::date
    order by date_trunc('month', day), date_trunc('week', day), day desc`;
}
