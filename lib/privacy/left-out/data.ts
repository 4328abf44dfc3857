// People who were erased and are not to be brought back: imports leave them out, and count them.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { markKey, markOf } from "../marks";

const { sql } = Prisma;

/** From now on imports leave out whoever has one of these: slugs, and "mailto:" with an e-mail. */
export async function keepOut(db: OwnerDb, keys: string[]): Promise<void> {
  const data = [...new Set(keys)].map((key) => ({ ownerId: db.owner, mark: markOf(db.owner, key) }));
  await db.erasedPerson.createMany({ data, skipDuplicates: true });
}

async function isAnybodyOut(db: OwnerDb): Promise<boolean> {
  return (await db.erasedPerson.findFirst({ where: { ownerId: db.owner }, select: { mark: true } })) !== null;
}

/** Whether what imports know somebody by is one of the marks. */
const isMarked = (db: OwnerDb, key: Prisma.Sql) => sql`exists (
  select from erased_person e
  where e.owner_id = ${db.owner}::uuid and e.mark = sha256(convert_to(${markKey(db.owner)} || ${key}, 'UTF8')))`;

/** Whether a contact has it: somebody the owner has typed in again is not left out. */
const isKnown = (db: OwnerDb, key: Prisma.Sql) => sql`(
  exists (select from linkedin_alias a where a.owner_id = ${db.owner}::uuid and a.slug = ${key})
  or exists (select from contact_point p
             where p.owner_id = ${db.owner}::uuid and p.kind = 'EMAIL' and p.normalised = substr(${key}, 8) and ${key} like 'mailto:%'))`;

/** Before lists of people are decided: their rows say nothing any more. */
export async function leaveOutListed(db: OwnerDb, batchId: string): Promise<void> {
  if (!(await isAnybodyOut(db))) return;
  await db.$executeRaw`
    update import_row r
    set outcome = 'SKIPPED', reason = 'erased', fields = '{}', cells = null, proposed_id = null, entity_id = null, changes = null
    from import_file f
    where f.owner_id = ${db.owner}::uuid and f.batch_id = ${batchId}::uuid and f.kind in ('CONNECTIONS', 'CONTACTS')
      and r.owner_id = f.owner_id and r.batch_id = f.batch_id and r.file = f.file and r.proposed_id is not null
      and (
        select bool_or(${isMarked(db, sql`key`)}) and not bool_or(${isKnown(db, sql`key`)})
        from (
          select r.fields->>'slug' as key
          union all select 'mailto:' || (r.fields->>'emailKey')
          union all select 'mailto:' || point.key
          from unnest(string_to_array(r.fields->>'pointKinds', e'\n'), string_to_array(r.fields->>'pointKeys', e'\n')) as point (kind, key)
          where point.kind = 'EMAIL'
        ) as known where key is not null)`;
}

/** Before the people of messages, invitations, notes and events are decided: whoever is out is nobody, and so is what is with them alone. */
export async function leaveOutNamed(db: OwnerDb, batchId: string): Promise<void> {
  if (!(await isAnybodyOut(db))) return;
  await db.$executeRaw`
    with person as materialized (
      select person as key from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid
      group by person
      having bool_or(${isMarked(db, sql`key`)}) and not bool_or(${isKnown(db, sql`key`)})
    ), gone as (
      delete from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and person in (select key from person)
      returning key
    ), keys as materialized (select coalesce(array_agg(key), '{}') as out from gone
    ), named as materialized (
      select r.ctid as place, cardinality(array(select key from unnest(r.people) as key where key <> all (out))) <= 1 as is_alone, out
      from import_row r, keys
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.people && out
    ), unnamed as (
      update import_row r
      set people = array(select case when key = any (out) then 'name:' else key end
                         from unnest(r.people) with ordinality as part (key, nth) order by nth)
      from named where r.owner_id = ${db.owner}::uuid and r.ctid = named.place and not named.is_alone
    )
    update import_row r
    set outcome = 'SKIPPED', reason = 'erased', fields = '{}', cells = null, proposed_id = null, entity_id = null, changes = null,
        people = '{}'
    from named where r.owner_id = ${db.owner}::uuid and r.ctid = named.place and named.is_alone`;
}
