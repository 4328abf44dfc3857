// Rows of files that came in, as read, about one person: what was staged, what failed and is kept to be mended, and what an
// undo needs.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { Person } from "../who/data";

const { sql } = Prisma;

/**
 * (batch_id, file, line, keys, is_alone) of such rows; a query. `keys`: those of the row that mean the person. A message or an
 * event that others take part in too is not about them alone.
 */
const rowsAbout = (db: OwnerDb, { ids, keys, pattern, known }: Person) => sql`
  with named as materialized (
    select distinct key from import_person
    where owner_id = ${db.owner}::uuid and (contact_id = any (${ids}::uuid[]) or key = any (${keys}::text[]) or person = any (${keys}::text[]))
    union
    select unnest(${keys}::text[])
  ), belonging as materialized (
    select unnest(${ids}::uuid[]) as id
    union select id from invitation where owner_id = ${db.owner}::uuid and contact_id = any (${ids}::uuid[])
    union select id from recommendation where owner_id = ${db.owner}::uuid and contact_id = any (${ids}::uuid[])
  ), mine as materialized (select coalesce(array_agg(key), '{}') as keys from named)
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
    or r.fields->>'slug' = any (${known.slugs}::text[])
    or lower(btrim(concat_ws(' ', r.fields->>'firstName', r.fields->>'lastName'))) = any (${known.names.map((name) => name.toLowerCase())}::text[])
    or (r.fields <> '{}' and r.fields::text ~* ${pattern}::text)
    or (r.changes is not null and r.changes::text ~* ${pattern}::text)
    or (r.cells is not null and array_to_string(r.cells, e'\n') ~* ${pattern}::text))`;

export type ImportRows = { batchId: string; rows: number }[];

/** How many, by import, the newest first. */
export async function countImportRows(db: OwnerDb, person: Person): Promise<ImportRows> {
  return db.$queryRaw<ImportRows>`
    select batch_id as "batchId", count(*)::int as rows from (${rowsAbout(db, person)}) as about group by batch_id order by batch_id desc`;
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
 * Rows about them alone go, and each import counts how many; others lose their name from who took part, and what the rows
 * say of them is left to erase_words. An import that still waits and has nothing left is forgotten.
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
