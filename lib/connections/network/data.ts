// The network day by day. What a day was like can't be found out afterwards (an assessment says what it says now, who was
// removed has no day of it), so it is counted whenever the owner looks.
import "server-only";
import { monthsAfter } from "@/lib/dates/moment";
import type { OwnerDb } from "@/lib/db";
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
  const kept = await db.networkDay.findUnique({
    where: { ownerId_day: { ownerId: db.owner, day: new Date(today) } },
    select: { day: true },
  });
  if (!kept) await recordNetwork(db, today, await countConnections(db));
}

/**
 * The last `months` months: of each week its last record (and of each month, where one ends within a week), and before the
 * first record what dates prove.
 */
export async function getNetwork(db: OwnerDb, today: string, months = 24): Promise<NetworkHistory> {
  const since = monthsAfter(today, -months);
  const recorded = await db.$queryRaw<NetworkPoint[]>`
    select distinct on (date_trunc('month', day), date_trunc('week', day)) day::text, connected, vouched
    from network_day where owner_id = ${db.owner}::uuid and day between ${since}::date and ${today}::date
    order by date_trunc('month', day), date_trunc('week', day), day desc`;
  const before = recorded[0]?.day ?? today;
  const ends = monthEnds(since, before);
  if (ends.length === 0) return { recorded, proven: [], undated: 0 };
  const proven = provenPoints(ends, await connectedByMonth(db, before), await vouchedByMonth(db, before));
  const undated = await db.contact.count({
    where: { ownerId: db.owner, deletedAt: null, connectionStatus: "CONNECTED", connectedOn: null },
  });
  return { recorded, proven, undated };
}

/** Those connected today, by the day of it. */
function connectedByMonth(db: OwnerDb, before: string): Promise<Change[]> {
  return db.$queryRaw<Change[]>`
    select date_trunc('month', connected_on)::date::text as month, count(*)::int as by
    from contact
    where owner_id = ${db.owner}::uuid and connection_status = 'CONNECTED' and deleted_at is null
      and connected_on < ${before}::date
    group by 1`;
}

/** Those connected today whose assessment nobody has touched since: vouched for from then on until it ran out, by the owner's days. */
function vouchedByMonth(db: OwnerDb, before: string): Promise<Change[]> {
  return db.$queryRaw<Change[]>`
    select date_trunc('month', edge.day)::date::text as month, sum(edge.by)::int as by
    from contact_standing st
    join assessment a on a.owner_id = st.owner_id and a.contact_id = st.contact_id
    join contact c on c.owner_id = st.owner_id and c.id = st.contact_id
      and c.connection_status = 'CONNECTED' and c.deleted_at is null -- as the index by day has them
    join app_user u on u.id = st.owner_id
    cross join lateral (
      select greatest(a.updated_at, a.reviewed_at, c.connected_on::timestamp at time zone u.time_zone) as since
    ) vouched
    cross join lateral (
      select (vouched.since at time zone u.time_zone)::date as day, 1 as by
      union all
      select (st.vouched_until at time zone u.time_zone)::date, -1
    ) edge
    where ${isConnected(db)} and st.vouched_until is not null and c.connected_on is not null
      and vouched.since < st.vouched_until
      and edge.day < ${before}::date
    group by 1`;
}
