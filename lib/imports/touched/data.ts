// Which contacts an import made, changed or brought something for, and how it left them: whose version is another one now
// was edited since. Every import counts a contact's version up by one at most, and so does taking it back.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** Their ids; a query. */
export const touchedBy = (db: OwnerDb, batchId: string) => Prisma.sql`
  select contact_id from import_contact where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid`;

/** Remembers them, once everything is written. Nothing happens where that was done already. */
export async function noteTouched(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    with said as materialized (
      select r.entity_id, r.people, r.outcome, r.changes, f.kind,
             case when r.outcome = 'CREATED' or r.changes ? 'recommendation' then (r.changes->>'contactId')::uuid end as contact_id
      from import_row r join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid
        and (r.outcome = 'CREATED' or r.changes - 'said' <> '{}')
    ), part as materialized (
      select distinct named.key from said cross join unnest(people) as named (key)
      where kind in ('MESSAGES', 'EVENTS') and outcome = 'CREATED'
    ), touched as (
      select entity_id as id, kind <> 'NOTES' and outcome = 'CREATED' as is_new
      from said where kind in ('CONNECTIONS', 'CONTACTS', 'NOTES')
      union all
      select contact_id, changes ? 'newPerson' from said
      union all
      select v.contact_id, false from said join invitation v on v.owner_id = ${db.owner}::uuid and v.id = said.entity_id
      where said.kind = 'INVITATIONS'
      union all
      select p.contact_id, false from part
      join import_person p on p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.key = part.key
      union all
      select contact_id, true from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED'
      union all
      select contact_id, false from import_missing
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and removed
    )
    insert into import_contact (owner_id, batch_id, contact_id, version)
    select ${db.owner}::uuid, ${batchId}::uuid, c.id, case when bool_or(is_new) then 1 else c.version end
    from touched join contact c on c.owner_id = ${db.owner}::uuid and c.id = touched.id
    group by c.id, c.version
    on conflict do nothing`;
}

/** Before an import is taken back: who isn't any more as it left them. */
export async function noteEdited(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    update import_contact t set edited = true
    from import_contact left_at
    left join contact c on c.owner_id = left_at.owner_id and c.id = left_at.contact_id
    where t.owner_id = ${db.owner}::uuid and t.batch_id = ${batchId}::uuid and left_at.owner_id = t.owner_id
      and left_at.batch_id = t.batch_id and left_at.contact_id = t.contact_id
      and c.version is distinct from left_at.version`;
}

/** After it was taken back: whoever is now as an import before it had left them is not edited since that one. */
export async function noteAsBefore(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    update import_contact earlier set version = c.version
    from import_contact t join contact c on c.owner_id = t.owner_id and c.id = t.contact_id
    where t.owner_id = ${db.owner}::uuid and t.batch_id = ${batchId}::uuid and not t.edited and c.version = t.version + 1
      and earlier.owner_id = ${db.owner}::uuid and earlier.batch_id <> t.batch_id and earlier.contact_id = t.contact_id
      and earlier.version = t.version - 1`;
}
