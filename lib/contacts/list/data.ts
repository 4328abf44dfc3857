import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { ContactName } from "../schema";
import { conditions, holds, tables } from "./conditions/data";
import { type Cursor, readCursor, writeCursor } from "./cursor";
import { boundsOf, type Letter, letters } from "./letters";
import { orderOf, type Stretch } from "./order/data";
import { type ContactPage, type ContactQuery, isFiltered, pageSize } from "./query";
import { searchWords } from "./search-words";
import { summaries } from "./summaries/data";

const { sql } = Prisma;

/**
 * One page of the owner's contacts outside the trash, `limit` at most, from the query's cursor on. Every order and most
 * filters are range scans on stored columns; nothing is filtered by what the view computes.
 */
export async function listContacts(db: OwnerDb, query: ContactQuery, limit = pageSize): Promise<ContactPage> {
  const { cursor, backwards } = startOf(query);
  const walk = await walkOf(db, query);
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
  db: OwnerDb,
  query: ContactQuery,
  start: number,
  limit = pageSize,
): Promise<ContactPage> {
  const walk = await walkOf(db, query);
  const count = await countContacts(db, query);
  const most = Math.max(0, Math.min(limit, count - start));
  const backwards = start > count / 2;
  let skip = backwards ? count - start - most : start;
  const rows: Cursor[] = [];
  for (const stretch of walk.stretches(undefined, backwards)) {
    if (rows.length >= most) break;
    const found = await walk.read(stretch, most - rows.length, skip);
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

/** How many contacts the query finds, on all pages together. */
export async function countContacts(db: OwnerDb, { terms }: Pick<ContactQuery, "terms">): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${tables(terms)} where ${await conditions(db, terms)}`;
  return row?.count ?? 0;
}

/** How many rows of the list come before the page that the query's cursor leads to, which shows `shown`. */
export async function countBefore(db: OwnerDb, query: ContactQuery, count: number, shown: number): Promise<number> {
  const { cursor, backwards } = startOf(query);
  if (!cursor) return 0;
  const walk = await walkOf(db, query);
  let there = 0;
  for (const stretch of walk.stretches(cursor, backwards)) there += await walk.count(stretch);
  return Math.max(0, (backwards ? there : count) - (backwards ? shown : there));
}

/** The letters that somebody's name in the list begins with. */
export async function listLetters(db: OwnerDb, query: ContactQuery): Promise<Letter[]> {
  const { where } = await narrowed(db, query);
  const bounds = letters.map((letter) => ({ letter, ...boundsOf(letter) }));
  const rows = await db.$queryRaw<{ letter: Letter }[]>`
    select b.letter
    from unnest(${bounds.map(({ letter }) => letter)}::text[], ${bounds.map(({ from }) => from)}::text[],
      ${bounds.map(({ to }) => to)}::text[]) with ordinality as b (letter, low, high, place)
    cross join lateral (
      select 1 from ${tables(query.terms, { search: true })}
      where ${where} and s.sort_name >= b.low and s.sort_name < b.high
      order by s.sort_name limit 1
    ) somebody
    order by b.place`;
  return rows.map(({ letter }) => letter);
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

/** Reads the query's rows, a stretch of its order at a time. */
async function walkOf(db: OwnerDb, query: ContactQuery) {
  const { where, terms } = await narrowed(db, query);
  const { key, needs, stretches } = orderOf(query);
  const from = sql`from ${tables(terms, needs)}`;
  return {
    stretches,
    read: (stretch: Stretch, limit: number, skip = 0) => db.$queryRaw<Cursor[]>`
      select c.id, ${key} as key ${from}
      where ${where} and ${stretch.where}
      order by ${stretch.by}
      limit ${limit} offset ${skip}`,
    count: async (stretch: Stretch) => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        select count(*)::int as count ${from} where ${where} and ${stretch.where}`;
      return row?.count ?? 0;
    },
  };
}

/** Up to this many matches are looked up one by one; more are met soon enough by walking the list in its order. */
const fewMatches = 1000;

/** The query's conditions, and the terms they still ask about; where few meet them, as those contacts, or a walk past all others would find them. */
async function narrowed(db: OwnerDb, query: ContactQuery) {
  const { terms } = query;
  const where = await conditions(db, terms);
  if (!isFiltered(query)) return { where, terms };
  const matches = await db.$queryRaw<{ id: string }[]>`
    select c.id from ${tables(terms)} where ${where} limit ${fewMatches + 1}`;
  if (matches.length > fewMatches) return { where, terms };
  const ids = matches.map((match) => match.id);
  return { where: sql`c.owner_id = ${db.owner}::uuid and c.id = any(${ids}::uuid[])`, terms: [] };
}
