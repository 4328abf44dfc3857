// How the list is gone through: along its order until a page is full, or from those who are meant, where they are few.
import "server-only";
import type { OwnerSql } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { conditions, fewMatches, within } from "../conditions/data";
import type { Cursor } from "../cursor";
import type { Term } from "../filter/terms";
import { orderOf, type Stretch } from "../order/data";
import { type ContactQuery, isFiltered } from "../query";
import { alone, notInTrash, tables, tablesAlong, tablesOf } from "../tables/data";

const { sql } = Prisma;

/** So many rows of the order are met before it is asked who is meant: where that is one in forty, a page is full by then. */
const mostMet = 3000;

/** So much of the list is passed over at once: rather than pass half of it along an index, Postgres would sort everybody. */
const passedAtOnce = (count: number) => Math.max(5000, Math.ceil(count / 5));

/** Whom a query means, for whoever asks more than one thing about it. */
export type Meant = {
  terms: Term[];
  /** What they meet, for the terms' tables. */
  where: Prisma.Sql;
  /** Who they are, where they are few; null where they are many, undefined where nobody needed to know yet. */
  ids: string[] | null | undefined;
};

export async function meantBy(db: OwnerSql, query: ContactQuery): Promise<Meant> {
  const { terms } = query;
  const meant: Meant = { terms, where: await conditions(db, terms), ids: isFiltered(query) ? undefined : null };
  if (pointsOut(terms)) await whoIsMeant(db, meant);
  return meant;
}

/** What is looked up by an index of its own often means few: a walk would only pass everybody else. */
const pointsOut = (terms: Term[]) =>
  terms.some(({ key }) => ["word", "company", "position", "location", "tag", "soon"].includes(key));

export async function whoIsMeant(db: OwnerSql, meant: Meant): Promise<string[] | null> {
  if (meant.ids !== undefined) return meant.ids;
  const [found] = await db.$queryRaw<{ ids: string[] }[]>`
    select array(select st.contact_id from ${tables(meant.terms)} where ${meant.where} limit ${fewMatches + 1}) as ids`;
  meant.ids = found && found.ids.length <= fewMatches ? found.ids : null;
  return meant.ids;
}

/** Reads the query's rows, a stretch of its order at a time. */
export function walkOf(db: OwnerSql, query: ContactQuery, meant: Meant) {
  const { terms, where } = meant;
  const { sort } = query;
  const { key, id, place, stretches } = orderOf(query);
  const rows = (from: Prisma.Sql, which: Prisma.Sql, { by }: Stretch, limit: number, skip = 0) =>
    db.$queryRaw<Cursor[]>`
      select ${id} as id, ${key} as key from ${from} where ${which} order by ${by} limit ${limit} offset ${skip}`;
  const there = ({ where: here }: Stretch) => sql`${where} and ${here}`;
  const count = (from: Prisma.Sql, which: Prisma.Sql) => sql`(select count(*)::int from ${from} where ${which})`;
  const counted = (stretch: Stretch, ids: string[] | null) => {
    if (ids) return count(tablesOf(db, place, sql`${ids}`), stretch.where);
    if (isFiltered(query)) return count(tables(terms, place), there(stretch));
    return count(alone(db, place), sql`${notInTrash(db, place)} and ${stretch.where}`);
  };
  return {
    stretches,
    read: async (stretch: Stretch, limit: number): Promise<Cursor[]> => {
      if (meant.ids === undefined) {
        const first = { where: sql`${stretch.where} and ${within(db, sort, terms)}`, by: stretch.by, limit: mostMet };
        const met = await rows(tablesAlong(db, place, terms, first), where, stretch, limit);
        if (met.length === limit) return met;
      }
      const ids = await whoIsMeant(db, meant);
      if (ids) return rows(tablesOf(db, place, sql`${ids}`), stretch.where, stretch, limit);
      return rows(tablesAlong(db, place, terms), there(stretch), stretch, limit);
    },
    /** The same after a jump: what is passed over is read from an index alone, or joined, not looked up row by row. */
    readAt: async (
      stretch: Stretch,
      { skip, limit, backwards, count }: { skip: number; limit: number; backwards: boolean; count: number },
    ): Promise<Cursor[]> => {
      const ids = await whoIsMeant(db, meant);
      if (ids) return rows(tablesOf(db, place, sql`${ids}`), stretch.where, stretch, limit, skip);
      if (isFiltered(query)) return rows(tables(terms, place), there(stretch), stretch, limit, skip);
      let [rest, left]: [Stretch | undefined, number] = [stretch, skip];
      const pass = (here: Stretch, limit: number, past: number) => {
        const those = sql`array(
          select ${id} from ${alone(db, place)} where ${notInTrash(db, place)} and ${here.where}
          order by ${here.by} limit ${limit}::int offset ${past}::int)`;
        return rows(tablesOf(db, place, those), here.where, here, limit);
      };
      const most = passedAtOnce(count);
      for (; rest && left > most; left -= most) {
        const [last] = await pass(rest, 1, most - 1);
        rest = last && stretches(last, backwards)[0];
      }
      return rest ? pass(rest, limit, left) : [];
    },
    count: async (stretch: Stretch): Promise<number> => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        select ${counted(stretch, await whoIsMeant(db, meant))} as count`;
      return row?.count ?? 0;
    },
  };
}
