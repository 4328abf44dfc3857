// The log of who did what when. A line has ids and never text; whoever reads it sees what the rows are called today.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { mergedAway } from "@/lib/imports/known/data";
import { readCursor, writeCursor } from "@/lib/keyset";
import { Prisma } from "@/prisma/generated/client";
import { findRows } from "./rows/data";
import type { AuditActor, AuditPage, AuditQuery, TakenEvent } from "./schema";
import { actionsOf } from "./words";

const { sql, empty } = Prisma;

/**
 * Notes that the owner, or a job on their behalf, did `action` (`<domain>.<what>`, a key of the catalogue's `audit.did`) to
 * these rows. In the transaction that does it: then neither is there without the other.
 */
export async function noteEvent(db: OwnerDb, action: string, entity: string, ids: string[] = []): Promise<void> {
  const line = { ownerId: db.owner, actorId: db.owner, action, entity, entityIds: ids };
  await db.auditEvent.create({ data: line, select: { id: true } });
}

type Line = {
  id: string;
  by: AuditActor;
  action: string;
  entity: string;
  ids: string[];
  named: number;
  at: Date;
  written: string;
};

/** A line may name a hundred thousand rows; so many are told. */
const mostNamed = 5;

/** One page, newest first. `from` and `before` bound the moments: a day where the owner lives. */
export async function listEvents(
  db: OwnerDb,
  { kind, of, older }: AuditQuery,
  day: { from: string; before: string } | null,
  limit = 50,
): Promise<AuditPage> {
  const actions = kind && actionsOf(kind);
  const cursor = readCursor(older);
  const lines = await db.$queryRaw<Line[]>`
    select id, case when actor_id = owner_id then 'owner' else 'administrator' end as by, action, entity, entity_ids[:${mostNamed}] as ids, cardinality(entity_ids) as named, occurred_at as at,
      to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as written
    from audit_event
    where owner_id = ${db.owner}::uuid
      ${actions ? sql`and split_part(action, '.', 1) = any (${actions}::text[])` : empty}
      ${day ? sql`and occurred_at >= ${day.from}::timestamptz and occurred_at < ${day.before}::timestamptz` : empty}
      ${of ? sql`and entity_ids && ${await idsAbout(db, of)}::uuid[]` : empty}
      ${cursor ? sql`and (occurred_at, id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : empty}
    order by occurred_at desc, id desc
    limit ${limit + 1}`;
  const shown = lines.slice(0, limit);
  const last = lines.length > limit ? shown.at(-1) : undefined;
  const rows = await findRows(
    db,
    shown.flatMap(({ ids }) => ids),
  );
  return {
    events: shown.map(({ at, written: _, ids, named, ...line }) => ({
      ...line,
      at: at.toISOString(),
      rows: ids.flatMap((id) => rows.get(id) ?? []),
      isMore: named > ids.length,
    })),
    older: last ? writeCursor({ at: last.written, id: last.id }) : null,
  };
}

/** How many lines name a person, or a row that is about them. */
export async function countEventsAbout(db: OwnerDb, contactId: string): Promise<number> {
  const [counted] = await db.$queryRaw<[{ count: number }]>`
    select count(*)::int as count from audit_event
    where owner_id = ${db.owner}::uuid and entity_ids && ${await idsAbout(db, contactId)}::uuid[]`;
  return counted.count;
}

/** When what was done to rows about them, for the person themselves. */
export async function listEventsAbout(db: OwnerDb, contactId: string) {
  return db.$queryRaw<{ occurred_at: Date; action: string; entity: string }[]>`
    select occurred_at, action, entity from audit_event
    where owner_id = ${db.owner}::uuid and entity_ids && ${await idsAbout(db, contactId)}::uuid[]
    order by occurred_at, id`;
}

/** A contact's own id, and those of what is there about them. Another row's id is only itself. */
async function idsAbout(db: OwnerDb, id: string): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    with person as (
      select array_agg(merged.id) || ${id}::uuid as ids from (${mergedAway(db)}) as merged where contact_id = ${id}::uuid
    )
    select unnest(ids) as id from person
    union
    select interaction_id from interaction_contact, person where owner_id = ${db.owner}::uuid and contact_id = any (ids)
    union
    select t.id from person, lateral (
      select id from credential_check where owner_id = ${db.owner}::uuid and contact_id = any (ids)
      union all select id from support_act where owner_id = ${db.owner}::uuid and contact_id = any (ids)
      union all select id from invitation where owner_id = ${db.owner}::uuid and contact_id = any (ids)
      union all select id from recommendation where owner_id = ${db.owner}::uuid and contact_id = any (ids)
      union all select id from follow_up where owner_id = ${db.owner}::uuid and contact_id = any (ids)
      union all select id from contact_merge where owner_id = ${db.owner}::uuid and contact_id = any (ids)) t`;
  return found.map((row) => row.id);
}

/** The whole log by id, at most `most` lines after `after`, to be taken along. */
export async function listEventsToTake(db: OwnerDb, after: string | null, most: number): Promise<TakenEvent[]> {
  const lines = await db.auditEvent.findMany({
    where: { ownerId: db.owner, ...(after && { id: { gt: after } }) },
    select: { id: true, occurredAt: true, actorId: true, action: true, entity: true, entityIds: true },
    orderBy: { id: "asc" },
    take: most,
  });
  return lines.map(({ occurredAt, actorId, ...line }) => ({
    ...line,
    occurredAt: occurredAt.toISOString(),
    by: actorId === db.owner ? "owner" : "administrator",
  }));
}
