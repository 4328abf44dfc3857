// Rows of files that came in, as read, about one person: what was staged, what failed and is kept to be mended, and what an
// undo needs.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { Person } from "../who/data";

const { sql } = Prisma;

/** Parts of a row that say whom it is about: where it isn't about the person, they are somebody else's. */
const identity = [
  "fullName",
  "firstName",
  "lastName",
  "slug",
  "url",
  "email",
  "emailKey",
  "emails",
  "phones",
  "points",
  "pointKeys",
  "profiles",
];

/** What the row says besides whom it is about, where the pattern matches. */
const rowSays = (pattern: string | null) => sql`(
  document_says(r.fields - ${identity}::text[], ${pattern}::text)
  or r.changes is not null and document_says(r.changes, ${pattern}::text)
  or ${hasWordCells(pattern)} and array_to_string(r.cells, e'\n') ~* ${pattern}::text)`;

/** Whether its cells are words to go through; those of somebody called alike say who they are. */
const hasWordCells = (pattern: string | null) =>
  sql`(r.cells is not null and coalesce(r.fields->>'fullName', '') !~* ${pattern}::text)`;

/** A name as it is compared: in lower case, with single spaces. */
const plain = (name: Prisma.Sql) => sql`lower(regexp_replace(btrim(${name}), '\\s+', ' ', 'g'))`;

/**
 * (batch_id, file, line, keys, is_alone) of the rows that are about the person, by key, address, e-mail, phone, name or id; a
 * query. What names them somewhere in its words is about somebody else. `keys`: those of the row that mean the person. A message
 * or an event that others take part in too is not about them alone.
 */
const rowsAbout = (db: OwnerDb, { ids, keys, known: { names, emails, slugs } }: Person) => sql`
  with named as materialized (
    select distinct key from import_person
    where owner_id = ${db.owner}::uuid and (contact_id = any (${ids}::uuid[]) or key = any (${keys}::text[]) or person = any (${keys}::text[]))
    union
    select unnest(${keys}::text[])
  ), belonging as materialized (
    select unnest(${ids}::uuid[]) as id
    union select id from invitation where owner_id = ${db.owner}::uuid and contact_id = any (${ids}::uuid[])
    union select id from recommendation where owner_id = ${db.owner}::uuid and contact_id = any (${ids}::uuid[])
  ), mine as materialized (select coalesce(array_agg(key), '{}') as keys from named
  ), called as materialized (select array(select ${plain(sql`name`)} from unnest(${names}::text[]) as name) as names)
  select r.batch_id, r.file, r.line,
    array(select key from unnest(r.people) as key where key = any ((select keys from mine)::text[])) as keys,
    r.outcome = 'FAILED' or f.kind is null or f.kind not in ('MESSAGES', 'EVENTS')
      or cardinality(array(select key from unnest(r.people) as key where key <> all ((select keys from mine)::text[]))) <= 1 as is_alone
  from import_row r
  join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
  where r.owner_id = ${db.owner}::uuid and (
    r.people && (select keys from mine)::text[]
    or r.entity_id in (select id from belonging) or r.proposed_id in (select id from belonging)
    or r.changes->>'contactId' = any (${ids}::text[])
    or r.fields->>'slug' = any (${slugs}::text[])
    -- By e-mail or name where nobody else is meant: by an address, or by who the import takes them for.
    or r.people = '{}' and coalesce(r.fields->>'slug', '') = ''
      and not exists (select from contact o where o.owner_id = r.owner_id and o.id = r.entity_id)
      and not exists (select from recommendation o where o.owner_id = r.owner_id and o.id = r.entity_id)
      and (
        lower(btrim(coalesce(r.fields->>'emailKey', r.fields->>'email'))) = any (${emails.map((email) => email.toLowerCase())}::text[])
        or (
          select bool_or(${plain(sql`name`)} = any ((select names from called)::text[]))
          from (values (r.fields->>'fullName'), (concat_ws(' ', r.fields->>'firstName', r.fields->>'lastName')), (r.fields->>'from'), (r.fields->>'to'))
            as written (name))))`;

export type ImportRows = { batchId: string; rows: number }[];

/** How many, by import, the newest first. */
export async function countImportRows(db: OwnerDb, person: Person): Promise<ImportRows> {
  return db.$queryRaw<ImportRows>`
    select batch_id as "batchId", count(*)::int as rows from (${rowsAbout(db, person)}) as about group by batch_id order by batch_id desc`;
}

/** How many others name them somewhere in their words. */
export async function countImportRowsNaming(db: OwnerDb, person: Person): Promise<number> {
  if (!person.pattern) return 0;
  const [counted] = await db.$queryRaw<[{ count: number }]>`
    select count(*)::int as count from import_row r
    where r.owner_id = ${db.owner}::uuid and ${rowSays(person.pattern)}
      and (r.batch_id, r.file, r.line) not in (select batch_id, file, line from (${rowsAbout(db, person)}) as about)`;
  return counted.count;
}

/** As read: what was said of them, and what became of it. */
export async function listImportRows(db: OwnerDb, person: Person) {
  return db.$queryRaw<{ file: string; line: number; outcome: string; fields: unknown; cells: string[] | null }[]>`
    select f.name as file, r.line, r.outcome::text, r.fields, r.cells
    from (${rowsAbout(db, person)}) as about
    join import_row r on r.owner_id = ${db.owner}::uuid and r.batch_id = about.batch_id and r.file = about.file and r.line = about.line
    join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
    where about.is_alone order by r.batch_id, r.file, r.line`;
}

/**
 * Rows about them alone go, and each import counts how many; others lose them from who took part, and say `instead` in place of
 * their words. An import that still waits and has nothing left is forgotten.
 */
export async function eraseImportRows(db: OwnerDb, person: Person, instead: string): Promise<void> {
  const { ids } = person;
  await db.$executeRaw`
    with about as materialized (${rowsAbout(db, person)}
    ), unnamed as (
      update import_row r
      set people = array(select case when key = any (about.keys) then 'name:' || ${instead}::text else key end
                         from unnest(r.people) with ordinality as named (key, place) order by place)
      from about
      where r.owner_id = ${db.owner}::uuid and r.batch_id = about.batch_id and r.file = about.file and r.line = about.line
        and not about.is_alone and about.keys <> '{}'
    ), gone as (
      delete from import_row r using about
      where r.owner_id = ${db.owner}::uuid and r.batch_id = about.batch_id and r.file = about.file and r.line = about.line and about.is_alone
      returning r.batch_id
    )
    update import_batch b set rows_erased = b.rows_erased + n
    from (select batch_id, count(*)::int as n from gone group by batch_id) as counted
    where b.owner_id = ${db.owner}::uuid and b.id = counted.batch_id`;
  if (person.pattern)
    await db.$executeRaw`
      update import_row r
      set fields = without_words(r.fields - ${identity}::text[], ${person.pattern}, ${instead}) || (
            select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(r.fields) where key = any (${identity}::text[])),
          changes = without_words(r.changes, ${person.pattern}, ${instead}),
          cells = case when ${hasWordCells(person.pattern)} then without_words(r.cells, ${person.pattern}, ${instead}) else r.cells end
      where r.owner_id = ${db.owner}::uuid and ${rowSays(person.pattern)}`;
  await db.$executeRaw`
    delete from import_person
    where owner_id = ${db.owner}::uuid
      and (contact_id = any (${ids}::uuid[]) or key = any (${person.keys}::text[]) or person = any (${person.keys}::text[]))`;
  await db.$executeRaw`
    delete from import_contact where owner_id = ${db.owner}::uuid and contact_id = any (${ids}::uuid[])`;
  await db.$executeRaw`
    update import_row
    set candidates = array(select id from unnest(candidates) as id where id <> all (${ids}::uuid[])),
        decision = case when decision = any (${ids}::text[]) then null else decision end
    where owner_id = ${db.owner}::uuid and (candidates && ${ids}::uuid[] or decision = any (${ids}::text[]))`;
  await db.$executeRaw`
    delete from import_batch b
    where b.owner_id = ${db.owner}::uuid and b.state in ('PREVIEW', 'FAILED') and b.rows_erased > 0
      and not exists (select from import_row r where r.owner_id = b.owner_id and r.batch_id = b.id)`;
}
