// Taking an import back: exactly what it created, unless it was edited or used since; what is kept is listed.
import "server-only";
import type { OwnerDb } from "@/lib/db";

export async function undoImport(db: OwnerDb, batchId: string): Promise<void> {
  await removeInteractions(db, batchId);
  await putBackChanges(db, batchId);
  await removeContacts(db, batchId);
  await db.$executeRaw`
    update import_batch b
    set counts = b.counts || jsonb_build_object('undone', (
      select jsonb_build_object('removed', count(*) filter (where reason is distinct from 'kept'),
                                'kept', count(*) filter (where reason = 'kept'))
      from import_row where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED'))
    where b.owner_id = ${db.owner}::uuid and b.id = ${batchId}::uuid`;
}

async function removeInteractions(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    delete from interaction i
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and i.owner_id = ${db.owner}::uuid and i.id = r.entity_id and i.version = 1`;
  await db.$executeRaw`
    update import_row r set reason = 'kept'
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and exists (select from interaction i where i.owner_id = ${db.owner}::uuid and i.id = r.entity_id)`;
}

/** A completed contact gets back what it had, field by field, where the field still holds what the import wrote. */
async function putBackChanges(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    update contact c
    set company = case when c.company = r.changes->'company'->>1 then r.changes->'company'->>0 else c.company end,
        position = case when c.position = r.changes->'position'->>1 then r.changes->'position'->>0 else c.position end,
        connection_status = case when c.connection_status::text = r.changes->'connectionStatus'->>1
          then (r.changes->'connectionStatus'->>0)::connection_status else c.connection_status end,
        connected_on = case when c.connected_on = (r.changes->'connectedOn'->>1)::date
          then (r.changes->'connectedOn'->>0)::date else c.connected_on end,
        version = c.version + 1, updated_at = now()
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes is not null
      and c.owner_id = ${db.owner}::uuid and c.id = r.entity_id`;
  await db.$executeRaw`
    delete from linkedin_alias a
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes ? 'slug'
      and a.owner_id = ${db.owner}::uuid and a.contact_id = r.entity_id and a.slug = r.changes->'slug'->>1`;
  await db.$executeRaw`
    delete from contact_point p
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes ? 'email'
      and p.owner_id = ${db.owner}::uuid and p.contact_id = r.entity_id and p.kind = 'EMAIL'
      and p.value = r.changes->'email'->>1`;
}

/**
 * Contacts nobody touched: first version, not in the trash, and nothing hangs on them but what came in with them
 * (rows of one transaction share its moment).
 */
async function removeContacts(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    with made as (
      select entity_id as id from import_row r join import_batch b on b.owner_id = r.owner_id and b.id = r.batch_id
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
        and b.kind = 'CONNECTIONS'
      union
      select contact_id from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED'
    )
    delete from contact c
    using made
    where c.owner_id = ${db.owner}::uuid and c.id = made.id and c.version = 1 and c.deleted_at is null
      and not exists (select from interaction_contact x where x.owner_id = c.owner_id and x.contact_id = c.id)
      and not exists (select from credential_check x where x.owner_id = c.owner_id and x.contact_id = c.id)
      and not exists (select from assessment x where x.owner_id = c.owner_id and x.contact_id = c.id)
      and not exists (select from support_act x where x.owner_id = c.owner_id and x.contact_id = c.id)
      and not exists (select from invitation x where x.owner_id = c.owner_id and x.contact_id = c.id)
      and not exists (select from recommendation x where x.owner_id = c.owner_id and x.contact_id = c.id)
      and not exists (select from follow_up x where x.owner_id = c.owner_id and x.contact_id = c.id)
      and not exists (select from contact_tag x where x.owner_id = c.owner_id and x.contact_id = c.id)
      and not exists (select from contact_point x where x.owner_id = c.owner_id and x.contact_id = c.id
                      and x.created_at <> c.created_at)
      and not exists (select from linkedin_alias x where x.owner_id = c.owner_id and x.contact_id = c.id
                      and x.first_seen <> c.created_at)`;
  await db.$executeRaw`
    update import_row r set reason = 'kept'
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and exists (select from contact c where c.owner_id = ${db.owner}::uuid and c.id = r.entity_id)`;
  await db.$executeRaw`
    update import_person p set reason = 'kept'
    where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.outcome = 'CREATED'
      and exists (select from contact c where c.owner_id = ${db.owner}::uuid and c.id = p.contact_id)`;
}
