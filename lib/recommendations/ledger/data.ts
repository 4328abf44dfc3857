import "server-only";
import { dayOf } from "@/lib/dates/format";
import { daysAfter } from "@/lib/dates/moment";
import type { OwnerDb } from "@/lib/db";
import { getDeskSetting } from "@/lib/desk/data";
import { lagOf } from "../lag";
import { owedOf } from "../owed";
import type { LedgerLine, Promised } from "../schema";
import type { Direction, RecommendationStatus } from "../words";

type Entry = {
  id: string;
  version: number;
  direction: Direction;
  status: RecommendationStatus;
  work: string | null;
  dueOn: string | null;
  publishedAt: string | null;
};
type Row = { id: string; fullName: string; entries: Entry[] };

/**
 * One line for everybody with whom a recommendation was or is being exchanged, by name. Ideas count for nothing yet,
 * what was declined for nothing any more. A scan of the owner's recommendations, of which there are hundreds at most.
 */
export async function listLedger(db: OwnerDb, timeZone: string, now = new Date()): Promise<LedgerLine[]> {
  const { recommendationGapDays: gapDays } = await getDeskSetting(db);
  const rows = await db.$queryRaw<Row[]>`
    select c.id, c.full_name as "fullName", json_agg(json_build_object(
      'id', r.id, 'version', r.version, 'direction', r.direction, 'status', r.status, 'work', r.work,
      'dueOn', r.due_on, 'publishedAt', r.published_at) order by r.due_on, r.id) as entries
    from recommendation r
    join contact c on c.owner_id = r.owner_id and c.id = r.contact_id and c.deleted_at is null
    where r.owner_id = ${db.owner}::uuid and r.status not in ('IDEA', 'DECLINED')
    group by c.id, c.full_name
    order by lower(c.full_name), c.id`;
  return rows.map((row) => toLine(row, gapDays, dayOf(now, timeZone), timeZone));
}

/** The recommendations the owner owes: promised first, by the day they are due, then those that would return one. */
export async function listOwed(db: OwnerDb, timeZone: string, now = new Date()): Promise<LedgerLine[]> {
  const lines = await listLedger(db, timeZone, now);
  const due = ({ giving }: LedgerLine) => giving?.dueOn ?? "9999";
  return lines
    .filter(({ owed }) => owed.byYou > 0)
    .sort((a, b) => due(a).localeCompare(due(b)) || Number(!a.giving) - Number(!b.giving));
}

function toLine({ id, fullName, entries }: Row, gapDays: number, today: string, timeZone: string): LedgerLine {
  const side = (direction: Direction) => {
    const own = entries.filter((entry) => entry.direction === direction);
    const days = own.flatMap(({ publishedAt }) => (publishedAt ? [dayOf(publishedAt, timeZone)] : [])).sort();
    const promised = own.filter(({ status }) => status === "REQUESTED" || status === "DRAFTING");
    const published = own.filter(({ status }) => status === "PUBLISHED").length;
    return { published, sent: own.length - published - promised.length, promised, days };
  };
  const [given, received] = [side("GIVEN"), side("RECEIVED")];
  const lag = lagOf({ GIVEN: given.days, RECEIVED: received.days });
  const last = [...given.days, ...received.days].sort().at(-1);
  const waitUntil = last && daysAfter(last, gapDays);
  const first = ([next]: Entry[]): Promised | null =>
    next
      ? {
          id: next.id,
          version: next.version,
          work: next.work,
          dueOn: next.dueOn,
          overdue: next.dueOn !== null && next.dueOn < today,
        }
      : null;
  return {
    contact: { id, fullName },
    given: given.published,
    received: received.published,
    sent: { GIVEN: given.sent, RECEIVED: received.sent },
    lastGiven: given.days.at(-1) ?? null,
    lastReceived: received.days.at(-1) ?? null,
    giving: first(given.promised),
    receiving: first(received.promised),
    owed: owedOf(
      { written: given.published + given.sent, promised: given.promised.length },
      { written: received.published + received.sent, promised: received.promised.length },
    ),
    lag: lag && { ...lag, isSwap: lag.days < gapDays },
    waitUntil: waitUntil && waitUntil > today ? waitUntil : null,
  };
}
