import "server-only";
import { allOf } from "@/lib/all-of";
import { searchWords } from "@/lib/contacts/list/search-words";
import type { OwnerDb } from "@/lib/db";
import { findInteractions, findNotes } from "./interactions/data";
import { findPeople } from "./people/data";
import type { Found, FoundCompany, FoundTag } from "./schema";

const most = { people: 7, companies: 3, tags: 3, interactions: 4, notes: 3 };

/** From so many letters on a word is looked for in what was noted: shorter ones stand everywhere. */
const shortestNoted = 3;

/**
 * Everything of the owner's that what is typed so far may mean: words in any order, each as far as it is typed, without
 * regard to case and accents; in names and companies with slips. Seven statements at most, each by index.
 */
export async function findEverything(db: OwnerDb, typed: string): Promise<Found> {
  const words = searchWords(typed);
  if (words.length === 0) return { people: [], companies: [], tags: [], interactions: [], notes: [] };
  const inNotes = words.some((word) => [...word].length >= shortestNoted);
  const { people, notes, ...found } = await allOf({
    people: findPeople(db, words, most.people + most.notes),
    companies: findCompanies(db, words),
    tags: findTags(db, words),
    interactions: inNotes ? findInteractions(db, words, most.interactions) : [],
    notes: inNotes ? findNotes(db, words, most.notes) : [],
  });
  // Whoever is found by a note only is there with it already.
  const noted = new Set(notes.map(({ contactId }) => contactId));
  return {
    ...found,
    notes,
    people: people
      .filter(({ id, rank }) => rank !== 2 || !noted.has(id))
      .slice(0, most.people)
      .map(({ rank, ...person }) => ({ ...person, isNamed: rank < 2 })),
  };
}

function findCompanies(db: OwnerDb, words: string[]): Promise<FoundCompany[]> {
  return db.$queryRaw<
    FoundCompany[]
  >`select name, people from find_companies(${words}::text[], ${most.companies}::int)`;
}

/** An owner has few: all of them are looked at. */
function findTags(db: OwnerDb, words: string[]): Promise<FoundTag[]> {
  return db.$queryRaw<FoundTag[]>`
    select id, name
    from tag
    cross join lateral (
      select bool_and(search_fold(name) like search_pattern(word)) as holds,
        bool_and(char_length(word) >= 4 and word_similarity(search_fold(word), search_fold(name)) >= 0.5) as resembles
      from unnest(${words}::text[]) as word
    ) matched
    where owner_id = ${db.owner}::uuid and (holds or resembles)
    order by holds desc, starts_with(search_fold(name), search_fold(${words[0]})) desc, lower(name)
    limit ${most.tags}::int`;
}
