import "server-only";
import { createContact } from "@/lib/contacts/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { ContactChoice } from "../schema";

export type People = { contactIds: string[]; newNames: string[]; names: string[] };

/**
 * The contacts whose name, position and company hold every word of `query`, best first: names that begin with it, names
 * with a word that does, then whoever was met last. Accents don't matter. Notes are not looked at: somebody new of that
 * name must not turn into somebody in whose notes the name stands.
 *
 * The candidates come from two indexes of contact_search (names by their beginning, words anywhere), at most 300, so
 * that it takes as long with 100,000 contacts as with a hundred.
 */
export async function findContacts(db: OwnerDb, query: string, limit = 7): Promise<ContactChoice[]> {
  const words = query.split(/\s+/).filter(Boolean).slice(0, 8);
  const found = await db.$queryRaw<
    { id: string; full_name: string; position: string | null; company: string | null }[]
  >`
    with wanted as (select search_fold(btrim(${query})) as start),
    candidate as (
      (select contact_id from contact_search
       where owner_id = ${db.owner}::uuid
         and sort_name >= search_fold(btrim(${query})) and sort_name < search_fold(btrim(${query})) || chr(1114111)
       order by sort_name limit 100)
      union
      select id from find_contacts(${words}::text[], 200) as id
    )
    select contact.id, full_name, contact.position, contact.company
    from wanted, candidate
    join contact on contact.owner_id = ${db.owner}::uuid and contact.id = candidate.contact_id and deleted_at is null
    join contact_search search on search.owner_id = contact.owner_id and search.contact_id = contact.id
    left join contact_standing standing on standing.owner_id = contact.owner_id and standing.contact_id = contact.id
    where not exists (
      select from unnest(${words}::text[]) word
      where search_fold(concat_ws(' ', full_name, contact.position, contact.company)) not like search_pattern(word))
    order by starts_with(sort_name, start) desc, strpos(' ' || sort_name, ' ' || start) > 0 desc,
      strpos(sort_name, start) > 0 desc, last_interaction_at desc nulls last, sort_name, contact.id
    limit ${limit}`;
  return found.map(({ full_name, ...rest }) => contactChoice({ fullName: full_name, ...rest }));
}

/** A contact as the people field shows it once chosen; null where there is none. */
export async function getContactChoice(db: OwnerDb, id: string): Promise<ContactChoice | null> {
  const contact = await db.contact.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id }, deletedAt: null },
    select: choiceColumns,
  });
  return contact && contactChoice(contact);
}

/** What contacts are called, also in the trash; whoever isn't there is left out. */
export async function namesOf(db: OwnerDb, ids: string[]): Promise<Map<string, string>> {
  const found = await db.contact.findMany({
    where: { ownerId: db.owner, id: { in: ids } },
    select: { id: true, fullName: true },
  });
  return new Map(found.map(({ id, fullName }) => [id, fullName]));
}

/** Whoever something happened with last, newest first: the beginning of an index, however many contacts there are. */
export async function listRecentPeople(db: OwnerDb, limit = 6): Promise<ContactChoice[]> {
  const recent = await db.$queryRaw<
    { id: string; full_name: string; position: string | null; company: string | null }[]
  >`
    select contact.id, contact.full_name, contact.position, contact.company
    from contact_standing standing
    join contact on contact.owner_id = standing.owner_id and contact.id = standing.contact_id and deleted_at is null
    where standing.owner_id = ${db.owner}::uuid and last_interaction_at is not null
    order by last_interaction_at desc nulls last, standing.contact_id
    limit ${limit}`;
  return recent.map(({ full_name, ...rest }) => contactChoice({ fullName: full_name, ...rest }));
}

export const choiceColumns = { id: true, fullName: true, position: true, company: true } as const;

export function contactChoice(contact: {
  id: string;
  fullName: string;
  position: string | null;
  company: string | null;
}): ContactChoice {
  const detail = [contact.position, contact.company].filter(Boolean).join(", ");
  return { id: contact.id, name: contact.fullName, detail: detail || null };
}

/**
 * The contacts a form means. A typed name is the contact of that name, else a new one; `newNames` are new whoever else
 * is called so. Of `contactIds` all must be there and not in the trash, except those in `present` (already on the
 * interaction). Throws a Refusal: `unknownContact`, `ambiguous`.
 */
export async function resolvePeople(
  db: OwnerDb,
  { contactIds, newNames, names }: People,
  present: string[] = [],
): Promise<{ ids: string[]; made: string[] }> {
  const wanted = contactIds.filter((id) => !present.includes(id));
  const there = await db.contact.findMany({
    where: { ownerId: db.owner, id: { in: wanted }, deletedAt: null },
    select: { id: true },
  });
  if (there.length !== new Set(wanted).size) throw new Refusal("unknownContact", "names");

  const called = await contactsCalled(db, names);
  const known = names.flatMap((name) => called.get(name.toLowerCase()) ?? []);
  const strangers = [...newNames, ...names.filter((name) => !called.has(name.toLowerCase()))];
  const made: string[] = [];
  for (const name of distinct(strangers)) made.push(await createContact(db, { fullName: name }));
  return { ids: [...new Set([...contactIds, ...known, ...made])], made };
}

/** Lower-cased name → the one contact of that name, accents or not. Throws a Refusal where two have it. */
async function contactsCalled(db: OwnerDb, names: string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const found = await db.$queryRaw<{ id: string; name: string }[]>`
    select contact.id, name
    from unnest(${names}::text[]) name
    join contact_search search on search.owner_id = ${db.owner}::uuid and sort_name = search_fold(name)
    join contact on contact.owner_id = search.owner_id and contact.id = search.contact_id and deleted_at is null`;
  const called = new Map<string, string>();
  for (const { id, name } of found) {
    const other = called.get(name.toLowerCase());
    if (other && other !== id) throw new Refusal("ambiguous", "names", { name });
    called.set(name.toLowerCase(), id);
  }
  return called;
}

/** Each name once, whatever its case. */
function distinct(names: string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
