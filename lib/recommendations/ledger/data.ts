import "server-only";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { balanceOf } from "../balance";
import type { LedgerLine } from "../schema";

type Row = {
  id: string;
  fullName: string;
  given: number;
  received: number;
  lastGiven: Date | null;
  lastReceived: Date | null;
  giving: string | null;
  givingWork: string | null;
  givingDue: Date | null;
  receiving: string | null;
};

/**
 * One line for everybody with whom a recommendation was or is being exchanged, by name. Ideas count for nothing yet,
 * what was declined for nothing any more. A scan of the owner's recommendations, of which there are hundreds at most.
 */
export async function listLedger(db: OwnerDb, timeZone: string): Promise<LedgerLine[]> {
  const rows = await db.$queryRaw<Row[]>`
    select
      c.id, c.full_name as "fullName",
      count(*) filter (where r.status = 'PUBLISHED' and r.direction = 'GIVEN')::int as given,
      count(*) filter (where r.status = 'PUBLISHED' and r.direction = 'RECEIVED')::int as received,
      max(r.published_at) filter (where r.direction = 'GIVEN') as "lastGiven",
      max(r.published_at) filter (where r.direction = 'RECEIVED') as "lastReceived",
      (array_agg(r.id order by r.due_on, r.id) filter (where writing and r.direction = 'GIVEN'))[1] as giving,
      (array_agg(r.work order by r.due_on, r.id) filter (where writing and r.direction = 'GIVEN'))[1] as "givingWork",
      min(r.due_on) filter (where writing and r.direction = 'GIVEN') as "givingDue",
      (array_agg(r.id order by r.due_on, r.id) filter (where writing and r.direction = 'RECEIVED'))[1] as receiving
    from recommendation r
    join contact c on c.owner_id = r.owner_id and c.id = r.contact_id and c.deleted_at is null
    cross join lateral (select r.status in ('REQUESTED', 'DRAFTING') as writing) w
    where r.owner_id = ${db.owner}::uuid and r.status not in ('IDEA', 'DECLINED')
    group by c.id, c.full_name
    order by lower(c.full_name), c.id`;
  return rows.map(({ id, fullName, lastGiven, lastReceived, givingDue, ...row }) => ({
    contact: { id, fullName },
    ...row,
    lastGiven: lastGiven && dayOf(lastGiven, timeZone),
    lastReceived: lastReceived && dayOf(lastReceived, timeZone),
    givingDue: givingDue?.toISOString().slice(0, 10) ?? null,
    balance: balanceOf({ ...row, giving: row.giving !== null, receiving: row.receiving !== null }),
  }));
}

/** The recommendations the owner owes: promised first, by the day they are due, then those that would return one. */
export async function listOwed(db: OwnerDb, timeZone: string): Promise<LedgerLine[]> {
  const lines = await listLedger(db, timeZone);
  const last = "9999";
  return lines
    .filter(({ balance }) => balance === "youOwe")
    .sort((a, b) => (a.givingDue ?? last).localeCompare(b.givingDue ?? last) || Number(!a.giving) - Number(!b.giving));
}
