// The rail of letters beside a list by name: under which of them there is anybody.
import "server-only";
import type { OwnerSql } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { boundsOf, type Letter, letters } from "../letters";
import type { ContactQuery } from "../query";
import { alone, tablesAlong, tablesOf } from "../tables/data";
import { type Meant, meantBy, whoIsMeant } from "../walk/data";

const { sql } = Prisma;

/** So many names under a letter are met before it is asked who is meant. */
const mostMet = 200;

const begins = sql`s.sort_name >= b.low and s.sort_name < b.high`;
const bound = (which: readonly Letter[]) => sql`
  unnest(${which}::text[], ${which.map((letter) => boundsOf(letter).from)}::text[],
    ${which.map((letter) => boundsOf(letter).to)}::text[]) as b (letter, low, high)`;

/** The letters that somebody's name in the list begins with. */
export async function listLetters(db: OwnerSql, query: ContactQuery, known?: Meant): Promise<Letter[]> {
  const meant = known ?? (await meantBy(db, query));
  if (meant.ids !== undefined) return ask(db, meant, letters);
  const first = { where: begins, by: sql`s.sort_name, s.contact_id`, limit: mostMet };
  const rows = await db.$queryRaw<{ letter: Letter; isMet: boolean; goesOn: boolean }[]>`
    select b.letter, its.met as "isMet",
      not its.met and exists (select from ${alone(db, "search")} where ${begins} offset ${mostMet}::int) as "goesOn"
    from ${bound(letters)} cross join lateral (
      select exists (
        select from ${tablesAlong(db, "search", meant.terms, first)} where ${meant.where}) as met
    ) its`;
  const open = rows.filter(({ goesOn }) => goesOn).map(({ letter }) => letter);
  const met = rows.filter(({ isMet }) => isMet).map(({ letter }) => letter);
  const found = new Set([...met, ...(open.length > 0 ? await ask(db, meant, open) : [])]);
  return letters.filter((letter) => found.has(letter));
}

/** Which of these letters somebody's name begins with, however many there are who aren't meant. */
async function ask(db: OwnerSql, meant: Meant, which: readonly Letter[]): Promise<Letter[]> {
  const ids = await whoIsMeant(db, meant);
  const rows = await db.$queryRaw<{ letter: Letter }[]>(
    ids
      ? sql`
        with few as materialized (select s.sort_name from ${tablesOf(db, "search", sql`${ids}`)})
        select b.letter from ${bound(which)} where exists (select from few s where ${begins})`
      : sql`
        select b.letter from ${bound(which)} cross join lateral (
          select from ${tablesAlong(db, "search", meant.terms)}
          where ${meant.where} and ${begins} order by s.sort_name, s.contact_id limit 1) somebody`,
  );
  const found = new Set(rows.map(({ letter }) => letter));
  return which.filter((letter) => found.has(letter));
}
