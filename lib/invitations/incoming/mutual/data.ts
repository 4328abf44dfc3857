// Who of the owner's contacts may know the senders of some invitations: colleagues, people of the same kind, and whoever
// introduced them.
import "server-only";
import { allOf } from "@/lib/all-of";
import type { OwnerDb } from "@/lib/db";
import { readKnown } from "@/lib/duplicates/scan/data";
import { traitsOf } from "@/lib/duplicates/traits";
import { Prisma } from "@/prisma/generated/client";
import { grouped } from "../grouped";
import { namesMentioned } from "../message";
import type { IncomingCard, Introduction, Known } from "../schema";

type Sender = { contactId: string; fullName: string; howWeMet: string | null; message: string | null };
type Common = IncomingCard["mutual"];
/** Of one company or tag: those of it the owner knows, one more than are shown, and how many they are, at most 100. */
type Group = { key: string; people: Known[]; count: number };

const shown = 3;
/** Of a company of thousands, so many are looked at. */
const most = 100;

/** Five queries, whatever the number of senders. */
export async function getMutual(db: OwnerDb, senders: Sender[]): Promise<(contactId: string) => Common> {
  const ids = senders.map(({ contactId }) => contactId);
  const known = await allOf({
    companies: companiesOf(db, ids),
    tags: tagsOf(db, ids),
    introductions: introductionsOf(db, senders),
  });
  const { companies } = known;
  const tags = grouped(known.tags, ({ contactId }) => contactId);
  const introductions = grouped(known.introductions, ({ of }) => of);
  const { colleagues, tagged } = await allOf({
    colleagues: groups(
      db,
      [...new Set([...companies.values()].map(({ key }) => key))],
      (key) =>
        Prisma.sql`select t.contact_id from duplicate_trait t where t.owner_id = ${db.owner}::uuid and t.company = ${key} limit ${most + 1}`,
    ),
    tagged: groups(
      db,
      [...new Set(known.tags.map(({ id }) => id))],
      (key) =>
        Prisma.sql`select t.contact_id from contact_tag t where t.owner_id = ${db.owner}::uuid and t.tag_id = ${key}::uuid limit ${most + 1}`,
    ),
  });

  return (contactId) => {
    const without = (group: Group | undefined) => {
      const people = group?.people.filter(({ id }) => id !== contactId) ?? [];
      const isIn = group !== undefined && people.length < group.people.length;
      return { people: people.slice(0, shown), count: (group?.count ?? 0) - (isIn ? 1 : 0) };
    };
    const company = companies.get(contactId);
    const atCompany = without(company && colleagues.get(company.key));
    return {
      company: company && atCompany.people.length > 0 ? { name: company.name, ...atCompany } : null,
      tags: (tags.get(contactId) ?? [])
        .map(({ id, name }) => ({ id, name, ...without(tagged.get(id)) }))
        .filter(({ people }) => people.length > 0),
      introducedBy: (introductions.get(contactId) ?? []).slice(0, shown).map(({ of: _, ...one }) => one),
    };
  };
}

/** The company as written, and the form in which companies are compared. */
async function companiesOf(db: OwnerDb, ids: string[]): Promise<Map<string, { key: string; name: string }>> {
  const known = await readKnown(db, ids);
  return new Map(
    known.flatMap(({ id, ...one }) => {
      const { company: key } = traitsOf(one);
      return key && one.company ? [[id, { key, name: one.company }]] : [];
    }),
  );
}

/** The strongest first, of those the owner is connected with or was ever in touch with. */
async function groups(
  db: OwnerDb,
  keys: string[],
  members: (key: Prisma.Sql) => Prisma.Sql,
): Promise<Map<string, Group>> {
  if (keys.length === 0) return new Map();
  const rows = await db.$queryRaw<Group[]>`
    select asked.key, g.people, g.count
    from unnest(${keys}::text[]) as asked (key)
    cross join lateral (
      select count(*)::int as count,
        coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'fullName', k.full_name) order by k.place) filter (where k.place <= ${shown + 1}), '[]') as people
      from (
        select one.id, one.full_name, row_number() over (order by one.heat desc nulls last, one.id) as place
        from (${members(Prisma.sql`asked.key`)}) m
        cross join lateral (
          select c.id, c.full_name, st.heat
          from contact c join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
          where c.owner_id = ${db.owner}::uuid and c.id = m.contact_id and c.deleted_at is null
            and (c.connection_status = 'CONNECTED' or st.interaction_count > 0)
          offset 0 -- each by its key: just after an import Postgres takes an owner for one row, and goes through all of them for each
        ) one
      ) k
    ) g`;
  return new Map(rows.map((row) => [row.key, row]));
}

function tagsOf(db: OwnerDb, ids: string[]) {
  return db.$queryRaw<{ contactId: string; id: string; name: string }[]>`
    select ct.contact_id as "contactId", g.id, g.name
    from contact_tag ct join tag g on g.owner_id = ct.owner_id and g.id = ct.tag_id
    where ct.owner_id = ${db.owner}::uuid and ct.contact_id = any (${ids}::uuid[])
    order by g.name`;
}

/**
 * Whoever introduced them: by an introduction on record that names them, or because a contact's whole name stands in how
 * you met or in their message.
 */
async function introductionsOf(db: OwnerDb, senders: Sender[]): Promise<(Introduction & { of: string })[]> {
  const mentions = senders.flatMap(({ contactId, fullName, howWeMet, message }) => {
    const isOther = (name: string) => name.toLowerCase() !== fullName.trim().toLowerCase(); // who signs names nobody else
    const named = (by: "howWeMet" | "message", text: string | null) =>
      namesMentioned(text ?? "")
        .filter(isOther)
        .map((name) => ({ of: contactId, by, name }));
    return [...named("howWeMet", howWeMet), ...named("message", message)];
  });
  const rows = await db.$queryRaw<(Introduction & { of: string })[]>`
    with mention as materialized (
      select m.of, m.by, search_fold(m.name) as name
      from jsonb_to_recordset(${JSON.stringify(mentions)}::jsonb) as m (of uuid, by text, name text)
    ),
    sender as materialized (
      select id, lower(btrim(name)) as name
      from unnest(${senders.map(({ contactId }) => contactId)}::uuid[], ${senders.map(({ fullName }) => fullName)}::text[]) as s (id, name)
    ),
    act as materialized (
      select s.contact_id, lower(s.note) as note from support_act s
      where s.owner_id = ${db.owner}::uuid and s.kind = 'INTRODUCTION' and s.direction = 'RECEIVED' and s.note is not null
      order by s.occurred_at desc limit 500
    ),
    found (of, contact_id, by, place) as (
      select sender.id, act.contact_id, 'act', 1
      from sender join act on act.contact_id <> sender.id and sender.name <> '' and strpos(act.note, sender.name) > 0
      union all
      select mention.of, named.contact_id, mention.by, case mention.by when 'howWeMet' then 2 else 3 end
      from mention
      cross join lateral (
        select s.contact_id from contact_search s
        where s.owner_id = ${db.owner}::uuid and s.sort_name = mention.name and s.contact_id <> mention.of limit 2
      ) named
    )
    select distinct on (f.of, c.id) f.of, c.id, c.full_name as "fullName", f.by
    from found f join contact c on c.owner_id = ${db.owner}::uuid and c.id = f.contact_id and c.deleted_at is null
    order by f.of, c.id, f.place`;
  return rows;
}
