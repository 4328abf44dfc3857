import "server-only";
import { holds } from "@/lib/contacts/list/conditions/data";
import type { Cursor } from "@/lib/contacts/list/cursor";
import { type Order, orderOf } from "@/lib/contacts/list/order/data";
import { searchWords } from "@/lib/contacts/list/search-words";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { isConnected, isIn } from "../groups/data";
import type { ConnectionPage, ConnectionQuery, ConnectionSort } from "../schema";
import { readSummaries } from "./summaries/data";

const { sql } = Prisma;

/** c is contact, s contact_search, st contact_standing. */
const tables = sql`
  contact_standing st
  join contact c on c.owner_id = st.owner_id and c.id = st.contact_id and c.connection_status = 'CONNECTED' and c.deleted_at is null
  join contact_search s on s.owner_id = st.owner_id and s.contact_id = st.contact_id`;

const byStrength = orderOf({ sort: "strength", reversed: false });
const sorting: Record<ConnectionSort, { order: Order; backwards: boolean }> = {
  weakest: { order: byStrength, backwards: true },
  strongest: { order: byStrength, backwards: false },
  name: { order: orderOf({ sort: "name", reversed: false }), backwards: false },
  newest: { order: orderOf({ sort: "connected", reversed: false }), backwards: false },
};

/** Up to this many matches are named one by one; more are met soon enough by walking the list in its order. */
const fewMatches = 1000;
/** The same of everybody who is found by words, of whom only some are connected. */
const fewFound = 5000;

/**
 * A page of those connected. Ranges of indexes on stored columns; what the view computes only explains the rows found.
 * Where somebody's strength has changed since the page before ended with them, the list goes on from where they are now.
 */
export async function listConnections(db: OwnerDb, query: ConnectionQuery, limit = 30): Promise<ConnectionPage> {
  const where = await narrowed(db, query);
  if (!where) return { items: [], next: null };
  const { order, backwards } = sorting[query.sort];
  const cursor = query.after ? await cursorAt(db, query.after, order) : undefined;
  const found: string[] = [];
  for (const stretch of order.stretches(cursor, backwards)) {
    if (found.length > limit) break;
    const rows = await db.$queryRaw<{ id: string }[]>`
      select st.contact_id as id from ${tables}
      where ${where} and ${stretch.where}
      order by ${stretch.by}
      limit ${limit + 1 - found.length}`;
    found.push(...rows.map(({ id }) => id));
  }
  const ids = found.slice(0, limit);
  return { items: await readSummaries(db, ids), next: found.length > limit ? (ids.at(-1) ?? null) : null };
}

async function cursorAt(db: OwnerDb, contactId: string, order: Order): Promise<Cursor | undefined> {
  const [cursor] = await db.$queryRaw<Cursor[]>`
    select st.contact_id as id, ${order.key} as key
    from contact_standing st
    join contact c on c.owner_id = st.owner_id and c.id = st.contact_id
    join contact_search s on s.owner_id = st.owner_id and s.contact_id = st.contact_id
    where st.owner_id = ${db.owner}::uuid and st.contact_id = ${contactId}::uuid`;
  return cursor;
}

/**
 * The query's conditions; where few meet them, as those contacts, or a walk past all others would find them. Null where
 * nobody does.
 */
async function narrowed(db: OwnerDb, { show, q }: ConnectionQuery): Promise<Prisma.Sql | null> {
  const words = searchWords(q);
  const inGroup = sql`${isConnected(db)} and ${isIn(db)[show]}`;
  if (show === "all" && words.length === 0) return inGroup;
  const where = words.length > 0 ? sql`${inGroup} and ${await holds(db, words, { few: fewFound })}` : inGroup;
  const matches = await db.$queryRaw<{ id: string }[]>`
    select st.contact_id as id from ${words.length > 0 ? tables : sql`contact_standing st`}
    where ${where} limit ${fewMatches + 1}`;
  if (matches.length === 0) return null;
  if (matches.length > fewMatches) return where;
  return sql`st.owner_id = ${db.owner}::uuid and st.contact_id = any(${matches.map(({ id }) => id)}::uuid[])`;
}
