// Whom the words typed may mean. The database finds and ranks them (find_people); here a slip is put right where it doesn't.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { foldWord, isOneSlip, slipPatterns } from "@/lib/introductions/find/slips";
import { Prisma } from "@/prisma/generated/client";
import type { FoundPerson } from "../schema";

const { sql, join } = Prisma;

/** People whose name holds a word like the one typed: so many tell which word it is. */
const mostAlike = 100;

export const personColumns = sql`c.id, c.full_name as name,
  nullif(concat_ws(', ', nullif(c.position, ''), nullif(c.company, '')), '') as detail, r.strength`;

export type RankedPerson = FoundPerson & { rank: number };

/**
 * The likeliest first: by the name's beginning, by the beginnings of its words in any order, by a word anywhere in what is
 * recorded, by likeness. Of equals the strongest tie first. Nobody from the trash.
 */
export async function findPeople(db: OwnerDb, words: string[], most: number): Promise<RankedPerson[]> {
  const found = await peopleOf(db, words, most);
  if (found.length > 0) return found;
  const meant = await namesMeant(db, words);
  return meant ? peopleOf(db, meant, most) : [];
}

function peopleOf(db: OwnerDb, words: string[], most: number): Promise<RankedPerson[]> {
  return db.$queryRaw<RankedPerson[]>`
    select ${personColumns}, found.rank
    from find_people(${words}::text[], ${most}::int) with ordinality as found (contact_id, rank, place)
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = found.contact_id
    join relationship_strength r on r.owner_id = c.owner_id and r.contact_id = c.id
    order by found.place`;
}

/** Contacts by id, in that order. */
export async function peopleById(db: OwnerDb, ids: string[]): Promise<FoundPerson[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<FoundPerson[]>`
    select ${personColumns}
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = wanted.id and c.deleted_at is null
    join relationship_strength r on r.owner_id = c.owner_id and r.contact_id = c.id
    order by wanted.place`;
}

/** The words with each that nobody is called taken for the commonest one a slip away; null where that changes nothing. */
async function namesMeant(db: OwnerDb, words: string[]): Promise<string[] | null> {
  const patterns = words.map((word) => ([...word].length >= 4 ? slipPatterns(foldWord(word)) : []));
  const likes = patterns.flatMap((ofWord, place) =>
    ofWord.length > 0
      ? [sql`select ${place}::int as place, id from find_names_like(${ofWord}::text[], ${mostAlike}::int) as id`]
      : [],
  );
  if (likes.length === 0) return null;
  const known = await db.$queryRaw<{ place: number; word: string }[]>`
    select alike.place, word
    from (${join(likes, " union all ")}) alike
    join contact_search s on s.owner_id = ${db.owner}::uuid and s.contact_id = alike.id
    cross join lateral regexp_split_to_table(s.sort_name, '[^[:alnum:]]+') as word
    group by 1, 2 order by count(*) desc, 2`;
  const meant = words.map((typed, place) => {
    const folded = foldWord(typed);
    const called = known.filter((name) => name.place === place).map(({ word }) => word);
    if (called.some((word) => word.startsWith(folded))) return typed;
    return called.find((word) => isOneSlip(folded, word)) ?? typed;
  });
  return meant.some((word, place) => word !== words[place]) ? meant : null;
}
