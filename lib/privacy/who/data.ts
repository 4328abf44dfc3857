// How somebody is known: by which ids, and by which words.
import "server-only";
import type { OwnerDb } from "@/lib/db";
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
  /** Where words in other people's notes mean them; null where nothing does for certain. */
  pattern: string | null;
};

type Row = {
  fullName: string;
  gone: string[];
  names: { name: string; isShared: boolean }[];
  points: { kind: "EMAIL" | "PHONE"; value: string; normalised: string; isShared: boolean }[];
  slugs: string[];
};

/** One contact, in the trash or not; null where there is none. */
export async function findPerson(db: OwnerDb, id: string): Promise<Person | null> {
  const [row] = await db.$queryRaw<Row[]>`
    with merged as (
      select absorbed_ids, absorbed_names from contact_merge
      where owner_id = ${db.owner}::uuid and contact_id = ${id}::uuid and undone_at is null
    ), called as (
      select btrim(full_name) as name from contact where owner_id = ${db.owner}::uuid and id = ${id}::uuid
      union
      select btrim(unnest(absorbed_names)) from merged
    )
    select c.full_name as "fullName",
      (select coalesce(array_agg(gone), '{}') from merged, unnest(absorbed_ids) as gone)::text[] as gone,
      (select json_agg(json_build_object('name', name, 'isShared', exists (
         select from contact_search s where s.owner_id = c.owner_id and s.sort_name = search_fold(called.name) and s.contact_id <> c.id)))
       from called where name <> '') as names,
      (select coalesce(json_agg(json_build_object('kind', p.kind, 'value', p.value, 'normalised', p.normalised, 'isShared', exists (
         select from contact_point o
         where o.owner_id = p.owner_id and o.kind = p.kind and o.normalised = p.normalised and o.contact_id <> p.contact_id))), '[]')
       from contact_point p where p.owner_id = c.owner_id and p.contact_id = c.id and p.kind in ('EMAIL', 'PHONE')) as points,
      array(select a.slug from linkedin_alias a where a.owner_id = c.owner_id and a.contact_id = c.id) as slugs
    from contact c where c.owner_id = ${db.owner}::uuid and c.id = ${id}::uuid`;
  if (!row) return null;
  const { fullName, gone, slugs } = row;
  const names = row.names ?? [];
  const own = row.points.filter(({ isShared }) => !isShared);
  const valuesOf = (kind: "EMAIL" | "PHONE") =>
    own.filter((point) => point.kind === kind).flatMap(({ value, normalised }) => [value.trim(), normalised]);
  const clear = names.filter(({ name, isShared }) => !isShared && isTelling(name)).map(({ name }) => name);
  const known: Known = {
    names: clear,
    emails: [...new Set(valuesOf("EMAIL"))],
    phones: [...new Set(valuesOf("PHONE"))],
    slugs,
  };
  return {
    fullName,
    ids: [id, ...gone],
    known,
    unclear: names.map(({ name }) => name).filter((name) => !clear.includes(name)),
    keys: [
      ...slugs,
      ...known.emails.map((email) => `mailto:${email.toLowerCase()}`),
      ...clear.map((name) => `name:${name.normalize("NFC").toLowerCase()}`),
    ],
    pattern: patternOf(known),
  };
}
