import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { HelpLedger, HelpLine, HelpTotals } from "../schema";
import { supportDirections, supportKinds } from "../words";

type Row = Omit<HelpLine, "contact" | "lastGiven" | "lastReceived" | "since"> & {
  id: string;
  fullName: string;
  lastGiven: Date | null;
  lastReceived: Date | null;
  since: Date | null;
  people: number;
  owing: number;
};

/**
 * Help by person and over all. Every act counts one, whatever its kind: you owe whoever did more for you than you did for
 * them, since the first of their acts that you haven't returned. A scan of the owner's acts.
 */
export async function getHelpLedger(db: OwnerDb, limit = 100): Promise<HelpLedger> {
  const rows = await db.$queryRaw<Row[]>`
    with person as (
      select s.contact_id,
        count(*) filter (where s.direction = 'GIVEN')::int as given,
        count(*) filter (where s.direction = 'RECEIVED')::int as received,
        array_agg(s.occurred_at order by s.occurred_at) filter (where s.direction = 'GIVEN') as given_at,
        array_agg(s.occurred_at order by s.occurred_at) filter (where s.direction = 'RECEIVED') as received_at
      from support_act s
      where s.owner_id = ${db.owner}::uuid
      group by s.contact_id
    ), line as (
      select c.id, c.full_name, p.given, p.received, p.received - p.given as owed,
        p.given_at[p.given] as last_given, p.received_at[p.received] as last_received,
        case when p.received > p.given then p.received_at[p.given + 1]
             when p.given > p.received then p.given_at[p.received + 1] end as since
      from person p
      join contact c on c.owner_id = ${db.owner}::uuid and c.id = p.contact_id and c.deleted_at is null
    )
    select id, full_name as "fullName", given, received, owed, since, last_given as "lastGiven",
      last_received as "lastReceived", count(*) over ()::int as people, count(*) filter (where owed > 0) over ()::int as owing
    from line
    order by case when owed > 0 then 1 when owed < 0 then 2 else 3 end, since nulls last, lower(full_name), id
    limit ${limit}::int`;
  return {
    totals: await totals(db),
    people: rows[0]?.people ?? 0,
    owing: rows[0]?.owing ?? 0,
    lines: rows.map(({ id, fullName, lastGiven, lastReceived, since, given, received, owed }) => ({
      contact: { id, fullName },
      ...{ given, received, owed },
      lastGiven: lastGiven?.toISOString() ?? null,
      lastReceived: lastReceived?.toISOString() ?? null,
      since: since?.toISOString() ?? null,
    })),
  };
}

async function totals(db: OwnerDb): Promise<HelpTotals> {
  const counted = await db.supportAct.groupBy({
    by: ["direction", "kind"],
    where: { ownerId: db.owner, contact: { deletedAt: null } },
    _count: true,
  });
  const count = (direction: string, kind: string) =>
    counted.find((group) => group.direction === direction && group.kind === kind)?._count ?? 0;
  const of = (direction: string) => Object.fromEntries(supportKinds.map((kind) => [kind, count(direction, kind)]));
  return Object.fromEntries(supportDirections.map((direction) => [direction, of(direction)])) as HelpTotals;
}
