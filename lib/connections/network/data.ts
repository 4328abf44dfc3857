// The network day by day. What a day was like can't be found out afterwards (an assessment says what it says now, who was
// removed has no day of it), so it is counted whenever the owner looks.
import "server-only";
import { allOf } from "@/lib/all-of";
import { monthsAfter } from "@/lib/dates/moment";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { countConnections, isConnected } from "../groups/data";
import type { GroupCounts } from "../schema";
import { type Change, monthEnds, provenPoints } from "./proven";
import type { NetworkHistory, NetworkPoint } from "./schema";

/** Keeps what was counted today; nothing is kept of an owner who never was connected to anybody. */
export async function recordNetwork(
  db: OwnerDb,
  today: string,
  { all: connected, vouched }: Pick<GroupCounts, "all" | "vouched">,
): Promise<void> {
  await db.$executeRaw`
    insert into network_day as d (owner_id, day, connected, vouched)
    select ${db.owner}::uuid, ${today}::date, ${connected}::int, ${vouched}::int
    where ${connected}::int > 0 or exists (select from network_day where owner_id = ${db.owner}::uuid)
    on conflict (owner_id, day) do update set connected = excluded.connected, vouched = excluded.vouched
    where (d.connected, d.vouched) <> (excluded.connected, excluded.vouched)`;
}

/** The same, where nothing was kept today yet: for pages that don't count anyway. */
export async function recordNetworkOnce(db: OwnerDb, today: string): Promise<void> {
  const kept = await db.$queryRaw<object[]>`
    select from network_day where owner_id = ${db.owner}::uuid and day = ${today}::date`;
  if (kept.length === 0) await recordNetwork(db, today, await countConnections(db));
}

/**
 * The last `months` months: of each week its last record (and of each month, where one ends within a week), and before the
 * first record what dates prove.
 */
export async function getNetwork(db: OwnerSql, today: string, timeZone: string, months = 24): Promise<NetworkHistory> {
  const since = monthsAfter(today, -months);
  const recorded = await db.$queryRaw<NetworkPoint[]>`
    select distinct on (date_trunc('month', day), date_trunc('week', day)) day::text, connected, vouched
    from network_day where owner_id = ${db.owner}::uuid and day between ${since}::date and ${today}::date
    order by date_trunc('month', day), date_trunc('week', day), day desc`;
  const before = recorded[0]?.day ?? today;
  const ends = monthEnds(since, before);
  if (ends.length === 0) return { recorded, proven: [], undated: 0 };
  const { connected, vouched, undated } = await allOf({
    connected: connectedByMonth(db, ends),
    vouched: vouchedByMonth(db, before, timeZone),
    undated: countUndated(db),
  });
  return { recorded, proven: provenPoints(ends, connected, vouched), undated };
}

/** In SQL of its own: of a status that comes as a parameter Prisma makes what Postgres can't tell to be the index's. */
async function countUndated(db: OwnerSql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from contact
    where owner_id = ${db.owner}::uuid and connection_status = 'CONNECTED' and deleted_at is null and connected_on is null`;
  return row?.count ?? 0;
}

/** Those connected today, by the first of these ends of months that they came by: each a range of an index, which is only counted. */
function connectedByMonth(db: OwnerSql, ends: string[]): Promise<Change[]> {
  return db.$queryRaw<Change[]>`
    select month.until::text as month, came.by
    from (select until, coalesce(lag(until) over (order by until), '-infinity') as since from unnest(${ends}::date[]) until) month
    cross join lateral (
      select count(*)::int as by from contact
      where owner_id = ${db.owner}::uuid and connection_status = 'CONNECTED' and deleted_at is null
        and connected_on > month.since and connected_on <= month.until
    ) came`;
}

/**
 * Those connected today whose assessment nobody has touched since: vouched for from then on until it ran out, by the owner's
 * days. Those assessments come first, of which there are few: who used Vouch from the start has none.
 */
function vouchedByMonth(db: OwnerSql, before: string, timeZone: string): Promise<Change[]> {
  return db.$queryRaw<Change[]>`
    with untouched as materialized (
      select contact_id, greatest(updated_at, reviewed_at) as since from assessment
      where owner_id = ${db.owner}::uuid and updated_at < ${before}::timestamp at time zone ${timeZone}
    )
    select date_trunc('month', edge.day)::date::text as month, sum(edge.by)::int as by
    from untouched a
    join contact_standing st on ${isConnected(db)} and st.contact_id = a.contact_id and st.vouched_until is not null
    join contact c on c.owner_id = st.owner_id and c.id = st.contact_id
      and c.connection_status = 'CONNECTED' and c.deleted_at is null and c.connected_on is not null -- as the index by day has them
    cross join lateral (
      select greatest(a.since, c.connected_on::timestamp at time zone ${timeZone}) as since
    ) vouched
    cross join lateral (
      select (vouched.since at time zone ${timeZone})::date as day, 1 as by
      union all
      select (st.vouched_until at time zone ${timeZone})::date, -1
    ) edge
    where vouched.since < st.vouched_until and edge.day < ${before}::date
    group by 1`;
}
