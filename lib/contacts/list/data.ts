import "server-only";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { ContactName } from "../schema";
import { conditions, holds } from "./conditions/data";
import { type Cursor, readCursor, writeCursor } from "./cursor";
import { keptCount } from "./kept/data";
import { type ContactPage, type ContactQuery, pageSize } from "./query";
import { searchWords } from "./search-words";
import { summaries } from "./summaries/data";
import { tables } from "./tables/data";
import { type Meant, meantBy, walkOf } from "./walk/data";

const { sql } = Prisma;

/**
 * One page of the owner's contacts outside the trash, `limit` at most, from the query's cursor on. Every order and most
 * filters are range scans on stored columns; nothing is filtered by what the view computes.
 */
export async function listContacts(
  db: OwnerSql,
  query: ContactQuery,
  limit = pageSize,
  meant?: Meant,
): Promise<ContactPage> {
  const { cursor, backwards } = startOf(query);
  const walk = walkOf(db, query, meant ?? (await meantBy(db, query)));
  const rows: Cursor[] = [];
  for (const stretch of walk.stretches(cursor, backwards)) {
    if (rows.length > limit) break;
    rows.push(...(await walk.read(stretch, limit + 1 - rows.length)));
  }
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (backwards) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    contacts: await summaries(db, shown),
    before: first && (backwards ? more : cursor) ? writeCursor(first) : null,
    after: last && (backwards || more) ? writeCursor(last) : null,
  };
}

/**
 * The page that begins with the row number `start` (the first is 0): for a jump of the scrollbar. It walks past the rows
 * before it, or behind it where those are fewer; pages beside one that is known are asked for by cursor.
 */
export async function listContactsAt(
  db: OwnerSql,
  query: ContactQuery,
  start: number,
  limit = pageSize,
): Promise<ContactPage> {
  const walk = walkOf(db, query, await meantBy(db, query));
  const count = await countContacts(db, query);
  const most = Math.max(0, Math.min(limit, count - start));
  const backwards = start > count / 2;
  let skip = backwards ? count - start - most : start;
  const rows: Cursor[] = [];
  for (const stretch of walk.stretches(undefined, backwards)) {
    if (rows.length >= most) break;
    const found = await walk.readAt(stretch, { skip, limit: most - rows.length, backwards, count });
    skip = found.length > 0 ? 0 : skip - (await walk.count(stretch));
    rows.push(...found);
  }
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    contacts: await summaries(db, rows),
    before: first && start > 0 ? writeCursor(first) : null,
    after: last && start + rows.length < count ? writeCursor(last) : null,
  };
}

/** How many contacts the query finds, on all pages together: from counts that are kept, where they tell. */
export async function countContacts(db: OwnerSql, { terms }: Pick<ContactQuery, "terms">): Promise<number> {
  const kept = await keptCount(db, terms);
  if (kept !== null) return kept;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${tables(terms)} where ${await conditions(db, terms)}`;
  return row?.count ?? 0;
}

/** How many rows of the list come before the page that the query's cursor leads to, which shows `shown`. */
export async function countBefore(
  db: OwnerSql,
  query: ContactQuery,
  count: number,
  shown: number,
  meant?: Meant,
): Promise<number> {
  const { cursor, backwards } = startOf(query);
  if (!cursor) return 0;
  const walk = walkOf(db, query, meant ?? (await meantBy(db, query)));
  let there = 0;
  for (const stretch of walk.stretches(cursor, backwards)) there += await walk.count(stretch);
  return Math.max(0, (backwards ? there : count) - (backwards ? shown : there));
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

function startOf({ before: typedBefore, after, ...query }: ContactQuery) {
  const before = readCursor(typedBefore, query.sort);
  return { cursor: before ?? readCursor(after, query.sort), backwards: before !== undefined };
}
