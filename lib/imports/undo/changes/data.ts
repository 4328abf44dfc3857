// What an import changed about contacts that were there before it.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { mergedAway } from "../../known/data";

/** A completed contact gets back what it had, field by field, where the field still holds what the import wrote. */
export async function putBackChanges(db: OwnerDb, batchId: string): Promise<void> {
  await putBackFields(db, batchId);
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
    with brought as materialized (
      select r.entity_id, point->>0 as kind, point->>1 as normalised, point->>2 as value
      from import_row r, jsonb_array_elements(r.changes->'points') as point
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes ? 'points'
    )
    delete from contact_point p
    using brought
    where p.owner_id = ${db.owner}::uuid and p.contact_id = brought.entity_id and p.kind::text = brought.kind
      and p.normalised = brought.normalised and p.value = brought.value`;
  await listKept(db, batchId);
}

async function putBackFields(db: OwnerDb, batchId: string) {
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
        version = c.version + (c.updated_at <> now())::int, updated_at = now()
    from changed r
    where c.owner_id = ${db.owner}::uuid and c.id = r.contact_id`;
}

/** Of contacts edited since, or merged into another: where something didn't become what it was. */
async function listKept(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    with merged as materialized (${mergedAway(db)}
    )
    update import_row r
    set reason = 'kept', changes = r.changes || jsonb_build_object('contactId', coalesce(merged.contact_id, c.id))
    from import_file f, import_contact t
    left join contact c on c.owner_id = t.owner_id and c.id = t.contact_id
    left join merged on merged.id = t.contact_id
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'MATCHED'
      and f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file and f.kind in ('CONNECTIONS', 'CONTACTS')
      and t.owner_id = r.owner_id and t.batch_id = r.batch_id and t.contact_id = r.entity_id and t.edited
      and r.changes - 'said' <> '{}'
      and case when c.id is null then merged.id is not null else
        (r.changes ? 'company' and c.company is distinct from r.changes->'company'->>0)
        or (r.changes ? 'position' and c.position is distinct from r.changes->'position'->>0)
        or (r.changes ? 'location' and c.location is distinct from r.changes->'location'->>0)
        or (r.changes ? 'howWeMet' and c.how_we_met is distinct from r.changes->'howWeMet'->>0)
        or (r.changes ? 'notes' and c.notes is distinct from r.changes->'notes'->>0)
        or (r.changes ? 'connectionStatus' and c.connection_status::text is distinct from r.changes->'connectionStatus'->>0)
        or (r.changes ? 'connectedOn' and c.connected_on::text is distinct from r.changes->'connectedOn'->>0) end`;
}

/** What the file before this one said. */
export async function putBackFacts(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    delete from linkedin_fact f
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes->'said'->0 = 'null'
      and f.owner_id = ${db.owner}::uuid and f.contact_id = r.entity_id`;
  await db.$executeRaw`
    update linkedin_fact f
    set company = r.changes->'said'->0->>'company', position = r.changes->'said'->0->>'position',
        newest_on = (r.changes->'said'->0->>'newestOn')::date
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes->'said'->0 <> 'null'
      and f.owner_id = ${db.owner}::uuid and f.contact_id = r.entity_id`;
}
