// The queue's page: one person on the card, who comes before and after, and how somebody stands who isn't in it.
import "server-only";
import { allOf } from "@/lib/all-of";
import type { OwnerDb } from "@/lib/db";
import { getAllowances } from "@/lib/desk/data";
import { getStanding } from "@/lib/strength/data";
import { getAhead, getPlace, listQueue } from "@/lib/strength/lanes/queue/data";
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
  db: OwnerDb,
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
async function getStart(db: OwnerDb, asked: string | undefined) {
  const place = asked ? await getPlace(db, asked) : null;
  const limit = nextShown + 1;
  const behind = place ? (await listQueue(db, { limit, after: place })).rows : [];
  const round = behind.length < limit ? (await listQueue(db, { limit })).rows : [];
  return { place, order: distinct([...behind, ...round]) };
}

/** Who comes before somebody, whose place may be `known`. */
async function aheadOf(db: OwnerDb, contactId: string, known: QueuePlace | null) {
  const place = contactId === known?.contactId ? known : await getPlace(db, contactId);
  return place && getAhead(db, place);
}

/** A page of the queue as a list; `after` is the contact the page before ended with. */
export async function listDesk(
  db: OwnerDb,
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

async function getCard(db: OwnerDb, contactId: string, timeZone: string): Promise<Card | null> {
  const { standing, record } = await allOf({
    standing: getStanding(db, contactId),
    record: getReadyRecord(db, contactId, timeZone),
  });
  return standing && record && { record, strength: standing.strength, readyUntil: standing.readyUntil };
}

async function getMissed(db: OwnerDb, contactId: string): Promise<Missed | null> {
  const standing = await getStanding(db, contactId);
  const contact = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: {
      id: true,
      fullName: true,
      queueChoice: { select: { until: true } },
      invitations: { where: { direction: "OUTGOING", status: "SENT" }, select: { id: true }, take: 1 },
    },
  });
  if (!contact || !standing) return null;
  const { queueChoice, invitations, ...person } = contact;
  const holds = queueChoice && (queueChoice.until === null || queueChoice.until > new Date());
  return {
    ...person,
    verdict: standing.verdict,
    sentId: invitations[0]?.id ?? null,
    setAside: holds ? { until: queueChoice.until?.toISOString() ?? null } : null,
  };
}

function distinct(rows: LaneRow[]): LaneRow[] {
  return [...new Map(rows.map((row) => [row.contactId, row])).values()];
}
