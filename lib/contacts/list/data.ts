import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { ContactName } from "../schema";
import { conditions, holds, needsStanding } from "./conditions/data";
import { type Cursor, readCursor, writeCursor } from "./cursor";
import { orders } from "./order/data";
import { type ContactPage, type ContactQuery, type ContactSummary, isFiltered } from "./schema";
import { searchWords } from "./search-words";

const { sql, empty } = Prisma;

/**
 * One page of the owner's contacts outside the trash, `limit` at most, from the query's cursor on. Every order and most
 * filters are range scans on stored columns; nothing is filtered by what the view computes.
 */
export async function listContacts(db: OwnerDb, query: ContactQuery, limit = 50): Promise<ContactPage> {
  const before = readCursor(query.before, query.sort);
  const cursor = before ?? readCursor(query.after, query.sort);
  const backwards = before !== undefined;
  const where = await narrowed(db, query);
  const order = orders[query.sort];

  const rows: Cursor[] = [];
  for (const stretch of order.stretches(cursor, backwards)) {
    if (rows.length > limit) break;
    rows.push(
      ...(await db.$queryRaw<Cursor[]>`
        select c.id, ${order.key} as key
        from contact c
        join contact_search s on s.owner_id = c.owner_id and s.contact_id = c.id
        join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
        where ${where} and ${stretch}
        order by ${backwards ? order.backwards : order.forwards}
        limit ${limit + 1 - rows.length}`),
    );
  }
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (backwards) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    contacts: await summaries(
      db,
      shown.map((row) => row.id),
    ),
    before: first && (backwards ? more : cursor) ? writeCursor(first) : null,
    after: last && (backwards || more) ? writeCursor(last) : null,
  };
}

/** How many contacts the query finds, on all pages together. */
export async function countContacts(db: OwnerDb, query: ContactQuery): Promise<number> {
  const where = await conditions(db, query);
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from contact c
    ${query.q ? sql`join contact_search s on s.owner_id = c.owner_id and s.contact_id = c.id` : empty}
    ${needsStanding(query) ? sql`join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id` : empty}
    where ${where}`;
  return row?.count ?? 0;
}

/** For a box that completes names: those whose name begins with what was typed, then whoever holds every word of it. */
export async function suggestContacts(db: OwnerDb, typed: string, limit = 8): Promise<ContactName[]> {
  const start = typed.trim();
  if (start === "") return [];
  const suggestions = (which: Prisma.Sql, most: number) => db.$queryRaw<ContactName[]>`
    select c.id, c.full_name as "fullName", c.company
    from contact c join contact_search s on s.owner_id = c.owner_id and s.contact_id = c.id
    where c.owner_id = ${db.owner}::uuid and c.deleted_at is null and ${which}
    order by s.sort_name, c.id
    limit ${most}`;
  const first = await suggestions(
    sql`s.sort_name >= search_fold(${start}) and s.sort_name < search_fold(${start}) || chr(1114111)`,
    limit,
  );
  if (first.length === limit) return first;
  const others = sql`c.id <> all(${first.map((contact) => contact.id)}::uuid[])`;
  return [
    ...first,
    ...(await suggestions(sql`${await holds(db, searchWords(start))} and ${others}`, limit - first.length)),
  ];
}

/** Up to this many matches are looked up one by one; more are met soon enough by walking the list in its order. */
const fewMatches = 1000;

/** The query's conditions; where few contacts meet them, as those contacts, or a walk past all others would find them. */
async function narrowed(db: OwnerDb, query: ContactQuery): Promise<Prisma.Sql> {
  const where = await conditions(db, query);
  if (!isFiltered(query)) return where;
  const matches = await db.$queryRaw<{ id: string }[]>`
    select c.id from contact c
    join contact_search s on s.owner_id = c.owner_id and s.contact_id = c.id
    join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
    where ${where} limit ${fewMatches + 1}`;
  return matches.length > fewMatches
    ? where
    : sql`c.owner_id = ${db.owner}::uuid and c.id = any(${matches.map((match) => match.id)}::uuid[])`;
}

async function summaries(db: OwnerDb, ids: string[]): Promise<ContactSummary[]> {
  if (ids.length === 0) return [];
  type Row = Omit<ContactSummary, "lastInteractionAt"> & { lastInteractionAt: Date | null };
  const rows = await db.$queryRaw<Row[]>`
    select c.id, c.full_name as "fullName", c.company, c.position, c.connection_status as "connectionStatus",
      r.verdict, r.strength, r.rules_met as "rulesMet", r.last_interaction_at as "lastInteractionAt",
      coalesce((
        select json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name))
        from contact_tag ct join tag t on t.owner_id = ct.owner_id and t.id = ct.tag_id
        where ct.owner_id = c.owner_id and ct.contact_id = c.id), '[]') as tags
    from contact c join relationship_strength r on r.owner_id = c.owner_id and r.contact_id = c.id
    where c.owner_id = ${db.owner}::uuid and c.id = any(${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ ...row, lastInteractionAt: row.lastInteractionAt?.toISOString() ?? null }] : [];
  });
}
