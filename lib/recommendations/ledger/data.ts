import "server-only";
import { dayOf } from "@/lib/dates/format";
import { daysAfter } from "@/lib/dates/moment";
import type { OwnerDb } from "@/lib/db";
import { getDeskSetting } from "@/lib/desk/data";
import { Prisma } from "@/prisma/generated/client";
import { lagOf } from "../lag";
import { owedOf } from "../owed";
import type { LedgerLine, Promised } from "../schema";
import type { Direction, RecommendationStatus } from "../words";

const { sql } = Prisma;

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

const promised = sql`r.direction = 'GIVEN' and r.status in ('REQUESTED', 'DRAFTING')`;
const written = sql`r.status in ('SENT', 'PUBLISHED')`;
/** Whether owedOf would find that the owner owes one, of a person's recommendations `r` together. */
const owes = sql`(count(*) filter (where ${promised}) > 0
  or count(*) filter (where ${written} and r.direction = 'RECEIVED') > count(*) filter (where ${written} and r.direction = 'GIVEN'))`;
/**
 * Ideas count for nothing yet, what was declined for nothing any more; nor does who is in the trash, which is read once:
 * a join may be planned as one with everybody.
 */
const counts = (db: OwnerDb) => sql`r.owner_id = ${db.owner}::uuid and r.status not in ('IDEA', 'DECLINED')
  and r.contact_id not in (select id from contact where owner_id = ${db.owner}::uuid and deleted_at is not null)`;
const byName = sql`lower(c.full_name), c.id`;

/**
 * One line for everybody with whom a recommendation was or is being exchanged, by name. A scan of the owner's
 * recommendations, of which there are hundreds at most.
 */
export async function listLedger(db: OwnerDb, timeZone: string, now = new Date()): Promise<LedgerLine[]> {
  return linesOf(db, sql`order by ${byName}`, timeZone, now);
}

/**
 * The recommendations the owner owes, `limit` at most: promised first, by the day they are due, then those that would
 * return one.
 */
export async function listOwed(
  db: OwnerDb,
  timeZone: string,
  { limit, now = new Date() }: { limit: number; now?: Date },
): Promise<LedgerLine[]> {
  const due = sql`min(r.due_on) filter (where ${promised}), count(*) filter (where ${promised}) = 0`;
  return linesOf(db, sql`having ${owes} order by ${due}, ${byName} limit ${limit}::int`, timeZone, now);
}

/** To how many people the owner owes one. */
export async function countOwed(db: OwnerDb): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from (select r.contact_id from recommendation r where ${counts(db)} group by r.contact_id having ${owes}) owed`;
  return row?.count ?? 0;
}

async function linesOf(db: OwnerDb, which: Prisma.Sql, timeZone: string, now: Date): Promise<LedgerLine[]> {
  const { recommendationGapDays: gapDays } = await getDeskSetting(db);
  const rows = await db.$queryRaw<Row[]>`
    select c.id, c.full_name as "fullName", json_agg(json_build_object(
      'id', r.id, 'version', r.version, 'direction', r.direction, 'status', r.status, 'work', r.work,
      'dueOn', r.due_on, 'publishedAt', r.published_at) order by r.due_on, r.id) as entries
    from recommendation r
    join contact c on c.owner_id = r.owner_id and c.id = r.contact_id and c.deleted_at is null
    where ${counts(db)}
    group by c.id, c.full_name
    ${which}`;
  return rows.map((row) => toLine(row, gapDays, dayOf(now, timeZone), timeZone));
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
