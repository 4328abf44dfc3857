// Taking an import back: exactly what it created, unless it was edited or used since; what is kept is listed.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { undoMissing } from "../connections/missing/data";
import { undoTags } from "../contacts/data";
import { countOutcomes } from "../files/data";
import { undoNotes } from "../notes/data";

export async function undoImport(db: OwnerDb, batchId: string): Promise<void> {
  await removeInteractions(db, batchId);
  await removeInvitations(db, batchId);
  await removeRecommendations(db, batchId);
  await undoNotes(db, batchId);
  await undoMissing(db, batchId);
  await undoTags(db, batchId);
  await removeContacts(db, batchId);
  await putBackChanges(db, batchId);
  await putBackInvitations(db, batchId);
  await countOutcomes(db, batchId);
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

/** An invitation has no version: who answered or changed it since has moved its clock on. */
async function removeInvitations(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    delete from invitation v
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and v.owner_id = ${db.owner}::uuid and v.id = r.entity_id and v.updated_at = v.created_at`;
  await db.$executeRaw`
    update import_row r set reason = 'kept'
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and exists (select from invitation v where v.owner_id = ${db.owner}::uuid and v.id = r.entity_id)`;
}

/** With the act of support each of them was: it bears the same id. */
async function removeRecommendations(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    delete from recommendation t
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and t.owner_id = ${db.owner}::uuid and t.id = r.entity_id and t.version = 1`;
  await db.$executeRaw`
    delete from support_act s
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and s.owner_id = ${db.owner}::uuid and s.id = r.entity_id
      and not exists (select from recommendation t where t.owner_id = s.owner_id and t.support_act_id = s.id)`;
  await db.$executeRaw`
    update import_row r set reason = 'kept'
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and exists (select from recommendation t where t.owner_id = ${db.owner}::uuid and t.id = r.entity_id)`;
}

/** An open invitation that the import had closed is open again. */
async function putBackInvitations(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    update invitation v
    set status = before.status::invitation_status, answered_at = null, updated_at = now()
    from import_row r, jsonb_each_text(r.changes->'invitations') as before (id, status)
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes ? 'invitations'
      and v.owner_id = ${db.owner}::uuid and v.contact_id = r.entity_id and v.id = before.id::uuid and v.status = 'ACCEPTED'`;
  await db.$executeRaw`
    update invitation v
    set status = case when r.changes ? 'invitation' and v.status = 'ACCEPTED'
                      then (r.changes->'invitation'->>0)::invitation_status else v.status end,
        answered_at = case when r.changes ? 'invitation' and v.status = 'ACCEPTED' then null else v.answered_at end,
        note = case when v.note = r.changes->'note'->>1 then r.changes->'note'->>0 else v.note end,
        updated_at = now()
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'MATCHED'
      and r.changes ?| array['invitation', 'note'] and v.owner_id = ${db.owner}::uuid and v.id = r.entity_id`;
}

/** A completed contact gets back what it had, field by field, where the field still holds what the import wrote. */
async function putBackChanges(db: OwnerDb, batchId: string) {
  // The id is taken out of the JSON first: under row-level security no index is looked up by what a cast gives.
  await db.$executeRaw`
    with changed as materialized (
      -- Several rows may have filled in the same contact. Of two that said the same field the first was written: the
      -- lists before what refers to them, Connections before the others.
      select coalesce((r.changes->>'contactId')::uuid, r.entity_id) as contact_id,
             jsonb_object_agg(key, value order by f.kind desc, r.file desc, r.line desc) as changes
      from import_row r
      join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
      cross join jsonb_each(r.changes)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid
        and key in ('company', 'position', 'location', 'howWeMet', 'notes', 'connectionStatus', 'connectedOn')
        and not (r.changes ? 'contactId' and r.reason is not distinct from 'kept') -- the invitation stands, so does its contact
      group by 1
    )
    update contact c
    set company = case when c.company = r.changes->'company'->>1 then r.changes->'company'->>0 else c.company end,
        position = case when c.position = r.changes->'position'->>1 then r.changes->'position'->>0 else c.position end,
        connection_status = case when c.connection_status::text = r.changes->'connectionStatus'->>1
          then (r.changes->'connectionStatus'->>0)::connection_status else c.connection_status end,
        connected_on = case when c.connected_on = (r.changes->'connectedOn'->>1)::date
          then (r.changes->'connectedOn'->>0)::date else c.connected_on end,
        location = case when c.location = r.changes->'location'->>1 then r.changes->'location'->>0 else c.location end,
        how_we_met = case when c.how_we_met = r.changes->'howWeMet'->>1 then r.changes->'howWeMet'->>0 else c.how_we_met end,
        notes = case when c.notes = r.changes->'notes'->>1 then r.changes->'notes'->>0 else c.notes end,
        version = c.version + 1, updated_at = now()
    from changed r
    where c.owner_id = ${db.owner}::uuid and c.id = r.contact_id`;
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
  await db.$executeRaw`
    delete from contact_point p
    using import_row r, jsonb_array_elements(r.changes->'points') as point
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes ? 'points'
      and p.owner_id = ${db.owner}::uuid and p.contact_id = r.entity_id and p.kind::text = point->>0
      and p.normalised = point->>1 and p.value = point->>2`;
  await putBackFacts(db, batchId);
}

/** What the file before this one said. */
async function putBackFacts(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    delete from linkedin_fact f
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes->'said'->0 = 'null'
      and f.owner_id = ${db.owner}::uuid and f.contact_id = r.entity_id`;
  await db.$executeRaw`
    update linkedin_fact f
    set company = r.changes->'said'->0->>'company', position = r.changes->'said'->0->>'position'
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes->'said'->0 <> 'null'
      and f.owner_id = ${db.owner}::uuid and f.contact_id = r.entity_id`;
}

/**
 * Contacts nobody touched: first version, not in the trash, and nothing hangs on them but what came in with them
 * (rows of one transaction share its moment).
 */
async function removeContacts(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    with made as (
      select case when f.kind in ('CONNECTIONS', 'CONTACTS') then r.entity_id
                  when r.changes ? 'newPerson' then (r.changes->>'contactId')::uuid end as id
      from import_row r join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      union
      select contact_id from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED'
    )
    -- By key: a join is planned by statistics that know nothing of what an import has just brought.
    delete from contact c
    where c.owner_id = ${db.owner}::uuid and c.id = any (array(select id from made)) and c.version = 1 and c.deleted_at is null
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
    from import_file f
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
      and f.kind in ('CONNECTIONS', 'CONTACTS')
      and exists (select from contact c where c.owner_id = ${db.owner}::uuid and c.id = r.entity_id)`;
  await db.$executeRaw`
    update import_person p set reason = 'kept'
    where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.outcome = 'CREATED'
      and exists (select from contact c where c.owner_id = ${db.owner}::uuid and c.id = p.contact_id)`;
}
