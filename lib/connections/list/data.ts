import "server-only";
import { holds } from "@/lib/contacts/list/conditions/data";
import type { Cursor } from "@/lib/contacts/list/cursor";
import { type Order, orderOf } from "@/lib/contacts/list/order/data";
import { searchWords } from "@/lib/contacts/list/search-words";
import { type Place, tables, tablesAlong, tablesOf } from "@/lib/contacts/list/tables/data";
import type { OwnerSql } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { isConnected, isIn } from "../groups/data";
import type { ConnectionPage, ConnectionQuery, ConnectionSort } from "../schema";
import { readSummaries } from "./summaries/data";

const { sql } = Prisma;

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
export async function listConnections(db: OwnerSql, query: ConnectionQuery, limit = 30): Promise<ConnectionPage> {
  const { order, backwards } = sorting[query.sort];
  const those = await meantBy(db, query, order.place);
  if (!those) return { items: [], next: null };
  const cursor = query.after ? await cursorAt(db, query.after, order) : undefined;
  const found: string[] = [];
  for (const stretch of order.stretches(cursor, backwards)) {
    if (found.length > limit) break;
    const rows = await db.$queryRaw<{ id: string }[]>`
      select ${order.id} as id from ${those.from}
      where ${those.where} and ${stretch.where}
      order by ${stretch.by}
      limit ${limit + 1 - found.length}::int`;
    found.push(...rows.map(({ id }) => id));
  }
  const ids = found.slice(0, limit);
  return { items: await readSummaries(db, ids), next: found.length > limit ? (ids.at(-1) ?? null) : null };
}

async function cursorAt(db: OwnerSql, contactId: string, { key, id, place }: Order): Promise<Cursor | undefined> {
  const [cursor] = await db.$queryRaw<Cursor[]>`
    select ${id} as id, ${key} as key from ${tablesOf(db, place, sql`array[${contactId}::uuid]`)}`;
  return cursor;
}

/**
 * Whom the query means, in the table of its order: where few meet its conditions, those contacts, or a walk past all others
 * would find them. Null where nobody does.
 */
async function meantBy(
  db: OwnerSql,
  { show, q }: ConnectionQuery,
  place: Place,
): Promise<{ from: Prisma.Sql; where: Prisma.Sql } | null> {
  const words = searchWords(q);
  const terms = words.map((value) => ({ key: "word", value }) as const);
  const inGroup = sql`${isConnected(db)} and ${isIn(db)[show]}`;
  const where =
    words.length > 0
      ? sql`${inGroup} and ${await holds(db, words, { few: fewFound, id: sql`st.contact_id` })}`
      : inGroup;
  // As the index by the day of connecting has them.
  const along = {
    from: tablesAlong(db, place, terms),
    where: place === "contact" ? sql`c.connection_status = 'CONNECTED' and ${where}` : where,
  };
  if (show === "all" && words.length === 0) return along;
  const matches = await db.$queryRaw<{ id: string }[]>`
    select st.contact_id as id from ${tables(terms)} where ${where} limit ${fewMatches + 1}::int`;
  if (matches.length === 0) return null;
  if (matches.length > fewMatches) return along;
  return { from: tablesOf(db, place, sql`${matches.map(({ id }) => id)}`), where: sql`true` };
}
