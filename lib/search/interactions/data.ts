// What was noted: of interactions, and about contacts. Each with the part of the text that holds the words.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { withPlainNotes } from "@/lib/mentions/data";
import { excerpt } from "../excerpt";
import type { FoundInteraction, FoundNote } from "../schema";

/** Of more contacts whose record holds the words, any that many are looked at. */
const mostMatches = 200;

/** Interactions whose notes hold words that begin with all of `words`, the newest first, with who took part. */
export async function findInteractions(db: OwnerDb, words: string[], most: number): Promise<FoundInteraction[]> {
  type Row = Omit<FoundInteraction, "occurredAt" | "excerpt"> & { occurredAt: Date; notes: string | null };
  const rows = await db.$queryRaw<Row[]>`
    select i.id, i.kind, i.occurred_at as "occurredAt", i.notes, who.people
    from find_interactions(${words}::text[], ${most}::int) with ordinality as found (id, place)
    join interaction i on i.owner_id = ${db.owner}::uuid and i.id = found.id
    cross join lateral (
      select array_agg(c.full_name order by c.full_name) as people
      from interaction_contact ic
      join contact c on c.owner_id = ic.owner_id and c.id = ic.contact_id and c.deleted_at is null
      where ic.owner_id = i.owner_id and ic.interaction_id = i.id
    ) who
    where who.people is not null -- only with people from the trash
    order by found.place`;
  return (await withPlainNotes(db, rows)).map(({ notes, occurredAt, ...row }) => ({
    ...row,
    occurredAt: occurredAt.toISOString(),
    excerpt: excerpt(notes ?? "", words),
  }));
}

/** Contacts whose notes, or how the owner met them, hold all the words; the strongest tie first. */
export async function findNotes(db: OwnerDb, words: string[], most: number): Promise<FoundNote[]> {
  const rows = await db.$queryRaw<{ contactId: string; name: string; text: string }[]>`
    with pattern as materialized (select array_agg(search_pattern(word)) as words from unnest(${words}::text[]) as word)
    select c.id as "contactId", c.full_name as name, said.text
    from find_contacts(${words}::text[], ${mostMatches}::int) as found (id)
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = found.id and c.deleted_at is null
    left join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
    cross join pattern
    cross join lateral (
      select text from (values (1, c.notes), (2, c.how_we_met), (3, c.expertise)) as written (place, text)
      where search_fold(text) like all (pattern.words) order by place limit 1
    ) said
    order by st.heat desc nulls last, c.id limit ${most}::int`;
  return rows.map(({ text, ...row }) => ({ ...row, excerpt: excerpt(text, words) }));
}
