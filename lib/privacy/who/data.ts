// How somebody is known: by which ids, and by which words.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { mergedAway } from "@/lib/imports/known/data";
import { hiddenMember } from "@/lib/imports/people/key";
import { isTelling, type Known, patternOf } from "../pattern";

export type Person = {
  fullName: string;
  /** Their own id, and those of whoever was merged into them. */
  ids: string[];
  known: Known;
  /** Names they share with another contact, or that are a single word. */
  unclear: string[];
  /** What imports know them by: slugs, "mailto:…" and "name:…" (lib/imports/people/key.ts). */
  keys: string[];
  /** Those by which later imports can tell them for certain. */
  marks: string[];
  /** Where words in other people's notes mean them; null where nothing does for certain. */
  pattern: string | null;
};

type Row = {
  fullName: string;
  gone: string[];
  names: { name: string; isNoted: boolean; isShared: boolean }[];
  others: string[];
  points: { kind: "EMAIL" | "PHONE"; value: string; normalised: string; isShared: boolean }[];
  slugs: string[];
};

/** One contact, in the trash or not; null where there is none. What they were called before, and reached by, imports know. */
export async function findPerson(db: OwnerDb, id: string): Promise<Person | null> {
  const [row] = await db.$queryRaw<Row[]>`
    with merged as materialized (${mergedAway(db)}
    ), ids as materialized (
      select ${id}::uuid as id union select id from merged where contact_id = ${id}::uuid
    ), imported as materialized (
      select p.key, btrim(p.full_name) as name, p.contact_id in (select id from ids) as is_theirs
      from import_person p
      where p.owner_id = ${db.owner}::uuid and p.contact_id is not null
    ), absorbed as materialized (
      select btrim(unnest(absorbed_names)) as name, contact_id = ${id}::uuid as is_theirs
      from contact_merge where owner_id = ${db.owner}::uuid and undone_at is null
    ), called as materialized (
      select name, bool_or(is_noted) as is_noted, search_fold(name) as folded
      from (
        select btrim(full_name) as name, true as is_noted from contact where owner_id = ${db.owner}::uuid and id = ${id}::uuid
        union all select name, true from absorbed where is_theirs
        union all select name, false from imported where is_theirs
      ) as names
      where name <> '' group by name
    ), reached as materialized (
      select kind::text, value, normalised from contact_point
      where owner_id = ${db.owner}::uuid and contact_id = ${id}::uuid and kind in ('EMAIL', 'PHONE')
      union
      select 'EMAIL', substr(key, 8), substr(key, 8) from imported where is_theirs and key like 'mailto:%'
    )
    select c.full_name as "fullName",
      array(select id::text from ids where id <> c.id) as gone,
      (select coalesce(json_agg(json_build_object('name', name, 'isNoted', is_noted, 'isShared',
         exists (select from contact_search s where s.owner_id = c.owner_id and s.sort_name = called.folded and s.contact_id <> c.id)
         or exists (select from imported i where not i.is_theirs and search_fold(i.name) = called.folded)
         or exists (select from absorbed a where not a.is_theirs and search_fold(a.name) = called.folded))), '[]')
       from called) as names,
      array(
        select o.full_name from contact o join contact_search s on s.owner_id = o.owner_id and s.contact_id = o.id
        where o.owner_id = c.owner_id and o.id <> c.id and exists (select from called where strpos(s.sort_name, folded) > 0)
        union
        select name from absorbed where not is_theirs and exists (select from called where strpos(search_fold(name), folded) > 0)) as others,
      (select coalesce(json_agg(json_build_object('kind', kind, 'value', value, 'normalised', normalised, 'isShared', exists (
         select from contact_point o
         where o.owner_id = c.owner_id and o.kind::text = reached.kind and o.normalised = reached.normalised and o.contact_id <> c.id))), '[]')
       from reached) as points,
      array(select a.slug from linkedin_alias a where a.owner_id = c.owner_id and a.contact_id = c.id) as slugs
    from contact c where c.owner_id = ${db.owner}::uuid and c.id = ${id}::uuid`;
  if (!row) return null;
  const { fullName, gone, others, slugs } = row;
  // What only imports called them says nothing as a single word, or where it was hidden.
  const names = row.names.filter(({ name, isNoted }) => isNoted || (isTelling(name) && !hiddenMember.test(name)));
  const own = row.points.filter(({ isShared }) => !isShared);
  const valuesOf = (kind: "EMAIL" | "PHONE") =>
    own.filter((point) => point.kind === kind).flatMap(({ value, normalised }) => [value.trim(), normalised]);
  const clear = names.filter(({ name, isShared }) => !isShared && isTelling(name)).map(({ name }) => name);
  const known: Known = {
    names: clear,
    others,
    emails: [...new Set(valuesOf("EMAIL"))],
    phones: [...new Set(valuesOf("PHONE"))],
    slugs,
  };
  const marks = [...slugs, ...known.emails.map((email) => `mailto:${email.toLowerCase()}`)];
  return {
    fullName,
    ids: [id, ...gone],
    known,
    unclear: names.map(({ name }) => name).filter((name) => !clear.includes(name)),
    keys: [...marks, ...clear.map((name) => `name:${name.normalize("NFC").toLowerCase()}`)],
    marks,
    pattern: patternOf(known),
  };
}
