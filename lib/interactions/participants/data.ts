import "server-only";
import { createContact } from "@/lib/contacts/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { ContactChoice } from "../schema";

export type People = { contactIds: string[]; newNames: string[]; names: string[] };

/**
 * The contacts whose name or company holds `query`, best first: names that begin with it, names with a word that does,
 * then whoever was met last.
 */
export async function findContacts(db: OwnerDb, query: string, limit = 7): Promise<ContactChoice[]> {
  const found = await db.$queryRaw<
    { id: string; full_name: string; position: string | null; company: string | null }[]
  >`
    with wanted as (select lower(${query}) as q)
    select contact.id, full_name, position, company
    from wanted, contact left join contact_standing on contact_standing.owner_id = contact.owner_id and contact_id = contact.id
    where contact.owner_id = ${db.owner}::uuid and deleted_at is null
      and (strpos(lower(full_name), q) > 0 or strpos(lower(company), q) > 0)
    order by starts_with(lower(full_name), q) desc, strpos(' ' || lower(full_name), ' ' || q) > 0 desc,
      last_interaction_at desc nulls last, lower(full_name), contact.id
    limit ${limit}`;
  return found.map(({ id, full_name, position, company }) =>
    contactChoice({ id, fullName: full_name, position, company }),
  );
}

/** A contact as the people field shows it once chosen; null where there is none. */
export async function getContactChoice(db: OwnerDb, id: string): Promise<ContactChoice | null> {
  const contact = await db.contact.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id }, deletedAt: null },
    select: choiceColumns,
  });
  return contact && contactChoice(contact);
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

/** Lower-cased name → the one contact of that name. Throws a Refusal where two have it. */
async function contactsCalled(db: OwnerDb, names: string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const found = await db.$queryRaw<{ id: string; full_name: string; name: string }[]>`
    select id, full_name, name from contact join unnest(${names}::text[]) name on lower(full_name) = lower(name)
    where owner_id = ${db.owner}::uuid and deleted_at is null`;
  const called = new Map<string, string>();
  for (const { id, full_name, name } of found) {
    const other = called.get(name.toLowerCase());
    if (other && other !== id) throw new Refusal("ambiguous", "names", { name: full_name });
    called.set(name.toLowerCase(), id);
  }
  return called;
}

/** Each name once, whatever its case. */
function distinct(names: string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
