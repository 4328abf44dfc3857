import "server-only";
import { allOf } from "@/lib/all-of";
import { inTrash } from "@/lib/contacts/trash/condition/data";
import { dayOf, daysAfter } from "@/lib/dates/format";
import type { OwnerDb, OwnerSql } from "@/lib/db";
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
/** Ideas count for nothing yet, what was declined for nothing any more. */
const isCounted = sql`r.status not in ('IDEA', 'DECLINED')`;
/** Nor does who is in the trash. */
const counts = (db: OwnerSql) =>
  sql`r.owner_id = ${db.owner}::uuid and ${isCounted} and r.contact_id not in (${inTrash(db)})`;

/** One line for everybody with whom a recommendation was or is being exchanged, by name. */
export async function listLedger(db: OwnerDb, timeZone: string, now = new Date()): Promise<LedgerLine[]> {
  const exchanged = sql`select distinct r.contact_id as id from recommendation r where ${counts(db)}`;
  return linesOf(db, exchanged, sql`true`, { timeZone, now });
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
  // With all who are due on the last one's day: only among those do names decide, and only theirs are looked up.
  const owed = sql`
    select r.contact_id as id, min(r.due_on) filter (where ${promised}) as due,
      count(*) filter (where ${promised}) = 0 as "isReturn"
    from recommendation r where ${counts(db)} group by r.contact_id having ${owes}
    order by due, "isReturn" fetch first (${limit}::int) rows with ties`;
  return linesOf(db, owed, sql`who.due, who."isReturn"`, { timeZone, now, limit });
}

/** To how many people the owner owes one. */
export async function countOwed(db: OwnerSql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from (select r.contact_id from recommendation r where ${counts(db)} group by r.contact_id having ${owes}) owed`;
  return row?.count ?? 0;
}

/** Of the people `who` names by their `id`, in that order and then by name: who they are first, and then what was exchanged. */
async function linesOf(
  db: OwnerDb,
  who: Prisma.Sql,
  order: Prisma.Sql,
  { timeZone, now, limit }: { timeZone: string; now: Date; limit?: number },
): Promise<LedgerLine[]> {
  const asked = db.$queryRaw<Row[]>`
    select shown.id, shown.full_name as "fullName", (
      select json_agg(json_build_object(
        'id', r.id, 'version', r.version, 'direction', r.direction, 'status', r.status, 'work', r.work,
        'dueOn', r.due_on, 'publishedAt', r.published_at) order by r.due_on, r.id)
      from recommendation r where r.owner_id = ${db.owner}::uuid and r.contact_id = shown.id and ${isCounted}) as entries
    from (
      select c.id, c.full_name, row_number() over (order by ${order}, lower(c.full_name), c.id) as place
      from (${who}) who
      cross join lateral (
        -- each by its key (offset 0): a join may be planned as one with everybody
        select c.id, c.full_name from contact c where c.owner_id = ${db.owner}::uuid and c.id = who.id offset 0
      ) c
      order by place limit ${limit ?? null}::int
    ) shown
    order by shown.place`;
  const { rows, setting } = await allOf({ rows: asked, setting: getDeskSetting(db) });
  return rows.map((row) => toLine(row, setting.recommendationGapDays, dayOf(now, timeZone), timeZone));
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
