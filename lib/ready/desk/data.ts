// The queue's page: one person on the card, who comes before and after, and how somebody stands who isn't in it.
import "server-only";
import { allOf } from "@/lib/all-of";
import type { OwnerSql } from "@/lib/db";
import { getAllowances } from "@/lib/desk/data";
import { getStanding } from "@/lib/strength/data";
import { getAhead, getPlace, holds, listQueue } from "@/lib/strength/lanes/queue/data";
import type { LaneRow, QueueCounts, QueuePlace } from "@/lib/strength/schema";
import { getReadyRecord, withRecords } from "../data";
import type { Card, Desk, Missed, ReadyPerson, ReadySearch } from "../schema";

/** As the rail counts them; perhaps still on their way, in a transaction that was begun before. */
type Counted = QueueCounts | Promise<QueueCounts>;

/** How many are shown beside the card. */
const nextShown = 8;
const listed = 20;

/**
 * All that the queue's page shows: on the card the contact asked for, or whoever comes after them where they have left
 * the queue, or the strongest; who is next, round to the first again; and how the one chosen stands if not in the queue.
 */
export async function getDesk(
  db: OwnerSql,
  { contact, at }: Pick<ReadySearch, "contact" | "at">,
  timeZone: string,
  counts: Counted,
): Promise<Desk> {
  const { start, allowances } = await allOf({
    start: getStart(db, contact ?? at),
    allowances: getAllowances(db, timeZone),
  });
  const { place, order } = start;
  const cardId = place?.isQueued ? place.contactId : order[0]?.contactId;
  const { card, ahead, missed } = await allOf({
    card: cardId ? getCard(db, cardId, timeZone) : null,
    ahead: cardId ? aheadOf(db, cardId, place) : null,
    missed: contact && !place?.isQueued ? getMissed(db, contact) : null,
  });
  const { ready, setAside } = await counts;
  return {
    card,
    place: ahead ? ahead.count + 1 : 0,
    count: ready,
    setAside,
    next: order.filter(({ contactId }) => contactId !== cardId).slice(0, nextShown),
    previousId: ahead?.last ?? null,
    missed,
    allowances,
  };
}

/** Where the contact asked for stands, and who is next from there on, round to the first again. */
async function getStart(db: OwnerSql, asked: string | undefined) {
  const place = asked ? await getPlace(db, asked) : null;
  const limit = nextShown + 1;
  const behind = place ? (await listQueue(db, { limit, after: place })).rows : [];
  const round = behind.length < limit ? (await listQueue(db, { limit })).rows : [];
  return { place, order: distinct([...behind, ...round]) };
}

/** Who comes before somebody, whose place may be `known`. */
async function aheadOf(db: OwnerSql, contactId: string, known: QueuePlace | null) {
  const place = contactId === known?.contactId ? known : await getPlace(db, contactId);
  return place && getAhead(db, place);
}

/** A page of the queue as a list; `after` is the contact the page before ended with. */
export async function listDesk(
  db: OwnerSql,
  after: string | undefined,
  timeZone: string,
  counts: Counted,
): Promise<QueueCounts & { people: ReadyPerson[]; next: string | null }> {
  const place = after ? await getPlace(db, after) : null;
  const { rows, next } = await listQueue(db, { limit: listed, ...(place && { after: place }) });
  return {
    ...(await counts),
    people: await withRecords(db, rows, timeZone),
    next: next?.contactId ?? null,
  };
}

async function getCard(db: OwnerSql, contactId: string, timeZone: string): Promise<Card | null> {
  const { standing, record } = await allOf({
    standing: getStanding(db, contactId),
    record: getReadyRecord(db, contactId, timeZone),
  });
  return standing && record && { record, strength: standing.strength, readyUntil: standing.readyUntil };
}

type MissedRow = Pick<Missed, "id" | "fullName" | "sentId"> & { isSetAside: boolean | null; until: Date | null };

async function getMissed(db: OwnerSql, contactId: string): Promise<Missed | null> {
  const asked = db.$queryRaw<MissedRow[]>`
    select c.id, c.full_name as "fullName", choice.*, (
      select v.id from invitation v
      where v.owner_id = c.owner_id and v.contact_id = c.id and v.direction = 'OUTGOING' and v.status = 'SENT' limit 1
    ) as "sentId"
    from contact c
    left join lateral (
      select true as "isSetAside", q.until from queue_choice q
      where q.owner_id = c.owner_id and q.contact_id = c.id and ${holds}
    ) choice on true
    where c.owner_id = ${db.owner}::uuid and c.id = ${contactId}::uuid and c.deleted_at is null`;
  const { standing, rows } = await allOf({ standing: getStanding(db, contactId), rows: asked });
  const [row] = rows;
  if (!row || !standing) return null;
  const { isSetAside, until, ...person } = row;
  return {
    ...person,
    verdict: standing.verdict,
    setAside: isSetAside ? { until: until?.toISOString() ?? null } : null,
  };
}

function distinct(rows: LaneRow[]): LaneRow[] {
  return [...new Map(rows.map((row) => [row.contactId, row])).values()];
}
