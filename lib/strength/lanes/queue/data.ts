// Who is ready and not set aside. The queue is a range of an index on contact_standing; whom the owner set aside is left
// out of it by a look into a small table.
import "server-only";
import { allOf } from "@/lib/all-of";
import type { OwnerSql } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { Overview, QueueCounts, QueueCursor, QueuePage, QueuePlace, SetAside } from "../../schema";
import { columns, countOverview, people, type Row, toLaneRow } from "../data";

const { sql } = Prisma;

/** A choice `q` that holds now. */
export const holds = sql`(q.until is null or q.until > now())`;
const isReady = sql`r.queue_until > now() and (r.blocked_until is null or r.blocked_until <= now())`;
/** A contact `c` who is neither connected nor invited already, nor in the trash. */
const canBeInvited = sql`c.deleted_at is null and c.connection_status in ('NONE', 'RECEIVED', 'REMOVED')`;
const choice = sql`select from queue_choice q where q.owner_id = r.owner_id and q.contact_id = r.contact_id and ${holds}`;
const inQueue = sql`${isReady} and not exists (${choice})`;
/** The same, asked of one after the other (`offset 0`: not as a join, which may sort everybody first): a page needs few. */
const inQueueInTurn = sql`${isReady} and not exists (${choice} offset 0)`;
type SetAsideRow = Omit<SetAside, "until"> & { until: Date | null };

/** The ready-to-connect queue, strongest first, without whom the owner set aside. `until` is how long each stays ready. */
export async function listQueue(
  db: OwnerSql,
  { limit = 20, after }: { limit?: number; after?: QueueCursor } = {},
): Promise<QueuePage> {
  const from = after
    ? sql`and r.heat <= ${after.heat}::float8
        and (r.heat < ${after.heat}::float8 or r.contact_id > ${after.contactId}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    select ${columns(sql`r.queue_until`)}
    from (
      -- Found before anything is said of them: those set aside are passed over in the index.
      select r.owner_id, r.contact_id from contact_standing r
      where r.owner_id = ${db.owner}::uuid and ${inQueueInTurn} ${from}
      order by r.heat desc, r.contact_id limit ${limit + 1}::int
    ) found
    join ${people} on r.owner_id = found.owner_id and r.contact_id = found.contact_id
    order by r.heat desc, r.contact_id`;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page.map(toLaneRow), next: last ? { heat: last.heat, contactId: last.contactId } : null };
}

/** Where a contact stands, or would stand, in the queue's order; null for one nobody was ever in touch with. */
export async function getPlace(db: OwnerSql, contactId: string): Promise<QueuePlace | null> {
  const [place] = await db.$queryRaw<QueuePlace[]>`
    select r.contact_id as "contactId", r.heat, ${inQueue} as "isQueued"
    from contact_standing r
    where r.owner_id = ${db.owner}::uuid and r.contact_id = ${contactId}::uuid and r.heat is not null`;
  return place ?? null;
}

/** Who comes right before that place, and how many do in all. */
export async function getAhead(
  db: OwnerSql,
  { heat, contactId }: QueueCursor,
): Promise<{ count: number; last: string | null }> {
  const ahead = sql`
    from contact_standing r
    where r.owner_id = ${db.owner}::uuid and ${inQueue} and r.heat >= ${heat}::float8
      and (r.heat > ${heat}::float8 or r.contact_id < ${contactId}::uuid)`;
  const [row] = await db.$queryRaw<{ count: number; last: string | null }[]>`
    select (select count(*)::int ${ahead}) as count,
      (select r.contact_id ${ahead} order by r.heat, r.contact_id desc limit 1) as last`;
  if (!row) throw new Error("one row asks for one");
  return row;
}

/**
 * How many are in the queue, and how many the owner set aside, ready at present or not, of those who can be invited at
 * all. From the counts that are kept (`overview`, where it is known already) and the choices, which are few.
 */
export async function countQueue(
  db: OwnerSql,
  overview: Overview | Promise<Overview> = countOverview(db),
): Promise<QueueCounts> {
  const { counted, kept } = await allOf({ counted: countChosen(db), kept: overview });
  return { ready: kept.verdicts.READY - counted.ready, setAside: counted.all };
}

/** Whom the owner set aside: how many of them are ready at present, and how many in all. */
async function countChosen(db: OwnerSql): Promise<{ ready: number; all: number }> {
  const [chosen] = await db.$queryRaw<{ ready: number; all: number }[]>`
    select count(*) filter (where ${isReady})::int as ready, count(*)::int as all
    from queue_choice q
    join contact c on c.owner_id = q.owner_id and c.id = q.contact_id
    left join contact_standing r on r.owner_id = q.owner_id and r.contact_id = q.contact_id
    where q.owner_id = ${db.owner}::uuid and ${holds} and ${canBeInvited}`;
  if (!chosen) throw new Error("an aggregate has one row");
  return chosen;
}

/** Whom the owner set aside and could invite, the latest choice first. */
export async function listSetAside(db: OwnerSql, limit = 200): Promise<SetAside[]> {
  const rows = await db.$queryRaw<SetAsideRow[]>`
    select r.contact_id as "contactId", q.full_name as "fullName", q.headline, q.company, q.position,
      r.strength, r.verdict, q.until, q.reason
    from (
      select q.*, c.full_name, c.headline, c.company, c.position from queue_choice q
      join contact c on c.owner_id = q.owner_id and c.id = q.contact_id
      where q.owner_id = ${db.owner}::uuid and ${holds} and ${canBeInvited}
      order by q.created_at desc, q.contact_id limit ${limit}::int
    ) q
    join relationship_strength r on r.owner_id = q.owner_id and r.contact_id = q.contact_id
    order by q.created_at desc, q.contact_id`;
  return rows.map(({ until, ...row }) => ({ ...row, until: until?.toISOString() ?? null }));
}
