// What the pages show of recommendations: the board, one of them, and what was published between two people.
import "server-only";
import { allOf } from "@/lib/all-of";
import { inTrash } from "@/lib/contacts/trash/condition/data";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { getDeskSetting } from "@/lib/desk/data";
import type { Clock } from "../clock";
import { opposite, type Published, swapOn } from "../lag";
import { isEnd } from "../moves";
import type { BoardColumn, Exchanged, RecommendationDetail, RecommendationSummary, Recommended } from "../schema";
import { type Direction, type RecommendationStatus, recommendationStatuses } from "../words";

const summary = {
  id: true,
  direction: true,
  status: true,
  work: true,
  dueOn: true,
  publishedAt: true,
  version: true,
  contact: { select: { id: true, fullName: true, connectionStatus: true } },
} as const;

export async function getRecommendation(db: OwnerDb, id: string, clock: Clock): Promise<RecommendationDetail | null> {
  const found = await db.recommendation.findFirst({
    where: { ownerId: db.owner, id, contact: { deletedAt: null } },
    select: { ...summary, text: true, createdAt: true, requestedAt: true },
  });
  if (!found) return null;
  const published = await publishedWith(db, [found.contact.id], clock.timeZone);
  const { recommendationGapDays } = await getDeskSetting(db);
  return {
    ...toSummary(found, published, recommendationGapDays, clock),
    text: found.text,
    createdAt: found.createdAt.toISOString(),
    requestedAt: found.requestedAt?.toISOString() ?? null,
  };
}

/** Who a new recommendation would be about; null where there is no such contact. */
export async function getRecommended(db: OwnerDb, contactId: string): Promise<Recommended | null> {
  const found = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: { id: true, fullName: true, connectionStatus: true },
  });
  return found && { id: found.id, fullName: found.fullName, connected: found.connectionStatus === "CONNECTED" };
}

/** What was published between the owner and one contact, and how far apart two should be. */
export async function getExchanged(db: OwnerDb, contactId: string, timeZone: string): Promise<Exchanged> {
  const { recommendationGapDays } = await getDeskSetting(db);
  const published = (await publishedWith(db, [contactId], timeZone)).get(contactId);
  return { published: published ?? { GIVEN: [], RECEIVED: [] }, gapDays: recommendationGapDays };
}

/** How many cards a column shows, and how many where it was opened. */
const shown = { first: 8, opened: 200 };

/** One column a state, each with its count and its first cards: what is due first, what was published last. */
export async function listBoard(db: OwnerSql, clock: Clock, opened?: RecommendationStatus): Promise<BoardColumn[]> {
  const asked = db.$queryRaw<BoardRow[]>`
    select id, direction, status, work, due_on as "dueOn", published_at as "publishedAt", version, "contactId", "fullName",
      "connectionStatus", count
    from (
      select r.*,
        count(*) over (partition by r.status)::int as count,
        row_number() over (
          partition by r.status
          order by case when r.status <> 'PUBLISHED' then r.due_on end,
            case when r.status = 'PUBLISHED' then r.published_at else r.updated_at end desc, r.id desc) as place
      from recommendation r
      where r.owner_id = ${db.owner}::uuid and r.contact_id not in (${inTrash(db)})
    ) board
    cross join lateral (
      -- each by its key (offset 0): a join may be planned as one with everybody
      select c.id as "contactId", c.full_name as "fullName", c.connection_status::text as "connectionStatus"
      from contact c where c.owner_id = ${db.owner}::uuid and c.id = board.contact_id offset 0
    ) c
    where place <= case when status::text = ${opened ?? null} then ${shown.opened}::int else ${shown.first}::int end
    order by status, place`;
  const { rows, setting } = await allOf({ rows: asked, setting: getDeskSetting(db) });
  const open = rows.filter(({ status }) => !isEnd(status)).map(({ contactId }) => contactId);
  const published = await publishedWith(db, open, clock.timeZone);
  return recommendationStatuses.map((status) => {
    const column = rows.filter((row) => row.status === status);
    return {
      status,
      count: column[0]?.count ?? 0,
      isOpen: column.length > shown.first,
      items: column.map(({ contactId, fullName, connectionStatus, count: _, ...row }) =>
        toSummary(
          { ...row, contact: { id: contactId, fullName, connectionStatus } },
          published,
          setting.recommendationGapDays,
          clock,
        ),
      ),
    };
  });
}

type BoardRow = Omit<SummaryRow, "contact"> & {
  contactId: string;
  fullName: string;
  connectionStatus: string;
  /** How many there are in its state. */
  count: number;
};

type SummaryRow = {
  id: string;
  direction: Direction;
  status: RecommendationStatus;
  work: string | null;
  dueOn: Date | null;
  publishedAt: Date | null;
  version: number;
  contact: { id: string; fullName: string; connectionStatus: string };
};

function toSummary(
  { contact: { connectionStatus, ...contact }, dueOn, publishedAt, ...row }: SummaryRow,
  published: Map<string, Published>,
  gapDays: number,
  { timeZone, now }: Clock,
): RecommendationSummary {
  const today = dayOf(now, timeZone);
  const due = dueOn?.toISOString().slice(0, 10) ?? null;
  const others = published.get(contact.id)?.[opposite[row.direction]] ?? [];
  return {
    id: row.id,
    direction: row.direction,
    status: row.status,
    work: row.work,
    version: row.version,
    dueOn: due,
    overdue: !isEnd(row.status) && due !== null && due < today,
    publishedOn: publishedAt && dayOf(publishedAt, timeZone),
    contact: { ...contact, connected: connectionStatus === "CONNECTED" },
    swap: isEnd(row.status) ? null : swapOn(today, others, gapDays),
  };
}

/** The days of what was published between the owner and each of these contacts. */
async function publishedWith(db: OwnerSql, contactIds: string[], timeZone: string): Promise<Map<string, Published>> {
  const found = await db.$queryRaw<{ contactId: string; direction: Direction; publishedAt: Date }[]>`
    select r.contact_id as "contactId", r.direction, r.published_at as "publishedAt" from recommendation r
    where r.owner_id = ${db.owner}::uuid and r.contact_id = any(${contactIds}::uuid[]) and r.status = 'PUBLISHED'
      and r.published_at is not null`;
  const days = new Map<string, Published>();
  for (const { contactId, direction, publishedAt } of found) {
    const between = days.get(contactId) ?? { GIVEN: [], RECEIVED: [] };
    between[direction].push(dayOf(publishedAt, timeZone));
    days.set(contactId, between);
  }
  return days;
}
