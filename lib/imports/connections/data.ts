// Connections.csv against the owner's contacts. A contact is the same person by address, else by e-mail; never by name.
import "server-only";
import type { OwnerDb } from "@/lib/db";

/**
 * Decides each row: who is new, who is known and what the file adds to them. Text that is there is never overwritten;
 * a removed connection comes back only with a later date.
 */
export async function decideConnections(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    with row as materialized (
      select line, proposed_id, fields, lower(fields->>'fullName') as name,
             fields->>'slug' as slug, fields->>'emailKey' as email, (fields->>'connectedOn')::date as since
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and proposed_id is not null
    ), addressed as materialized (
      select contact_id from linkedin_alias where owner_id = ${db.owner}::uuid group by contact_id
    ), by_email as (
      -- An e-mail may be a shared mailbox: under another address it is the same person only by the same name.
      select distinct on (row.line) row.line, p.contact_id
      from row
      join contact_point p on p.owner_id = ${db.owner}::uuid and p.normalised = row.email and p.kind = 'EMAIL'
      join contact c on c.owner_id = ${db.owner}::uuid and c.id = p.contact_id
      left join addressed on addressed.contact_id = p.contact_id
      where row.slug is null or addressed.contact_id is null or lower(c.full_name) = row.name
      order by row.line, c.deleted_at desc nulls first, c.created_at, c.id
    ), found as (
      select row.*, alias.slug is null as alias_is_new,
             coalesce(alias.contact_id, by_email.contact_id, same.id) as contact_id
      from row
      left join linkedin_alias alias on alias.owner_id = ${db.owner}::uuid and alias.slug = row.slug
      left join by_email on by_email.line = row.line
      left join contact same on same.owner_id = ${db.owner}::uuid and same.id = row.proposed_id
    ), placed as (
      select found.*, c.deleted_at is not null as in_trash,
             row_number() over (partition by coalesce(found.contact_id, found.proposed_id) order by line) as nth,
             jsonb_strip_nulls(jsonb_build_object(
               'company', case when btrim(coalesce(c.company, '')) = '' and fields ? 'company'
                               then jsonb_build_array(c.company, fields->>'company') end,
               'position', case when btrim(coalesce(c.position, '')) = '' and fields ? 'position'
                                then jsonb_build_array(c.position, fields->>'position') end,
               'connectionStatus', case when is_news then jsonb_build_array(c.connection_status, 'CONNECTED') end,
               'connectedOn', case when since is not null and (is_news or c.connected_on is null)
                                    and since is distinct from c.connected_on
                                   then jsonb_build_array(c.connected_on, since) end,
               'slug', case when slug is not null and alias_is_new then jsonb_build_array(null, slug) end,
               'email', case when email is not null and not exists (
                               select from contact_point p where p.owner_id = ${db.owner}::uuid
                                 and p.contact_id = found.contact_id and p.kind = 'EMAIL' and p.normalised = email)
                             then jsonb_build_array(null, fields->>'email') end)) as changes
      from found
      left join contact c on c.owner_id = ${db.owner}::uuid and c.id = found.contact_id
      cross join lateral (
        select c.connection_status in ('NONE', 'INVITED', 'RECEIVED')
               or (c.connection_status = 'REMOVED' and since > c.connected_on) as is_news) as news
    ), decided as (
      select line, coalesce(contact_id, proposed_id) as entity_id,
             case when in_trash then 'SKIPPED' when nth = 1 and contact_id is null then 'CREATED'
                  else 'MATCHED' end::import_outcome as outcome,
             case when in_trash then 'inTrash' when nth > 1 then 'repeated' when contact_id is null then null
                  when changes = '{}' then 'unchanged' else 'completed' end as reason,
             case when contact_id is not null and nth = 1 and not in_trash and changes <> '{}' then changes end as changes
      from placed
    )
    update import_row r
    set outcome = d.outcome, reason = d.reason, entity_id = d.entity_id, changes = d.changes
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.line = d.line
      and (r.outcome, r.reason, r.entity_id, r.changes)
          is distinct from (d.outcome, d.reason, d.entity_id, d.changes)`;
}

/** Writes what was decided: few large statements, so that standings are refreshed once. */
export async function applyConnections(db: OwnerDb, batchId: string, progress: (share: number) => Promise<void>) {
  // One statement: what triggers keep about a contact is then written once, with address and e-mail in it.
  await db.$executeRaw`
    with made as materialized (
      select owner_id, entity_id, fields, outcome = 'CREATED' as is_new,
             outcome = 'CREATED' or changes ? 'slug' as brings_slug, outcome = 'CREATED' or changes ? 'email' as brings_email
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and (outcome = 'CREATED' or changes is not null)
    ), contacts as (
      insert into contact (owner_id, id, full_name, company, position, connection_status, connected_on)
      select owner_id, entity_id, fields->>'fullName', fields->>'company', fields->>'position', 'CONNECTED',
             (fields->>'connectedOn')::date
      from made where is_new
    ), aliases as (
      insert into linkedin_alias (owner_id, contact_id, slug)
      select owner_id, entity_id, fields->>'slug' from made where brings_slug and fields ? 'slug'
    )
    insert into contact_point (owner_id, contact_id, kind, value, normalised)
    select owner_id, entity_id, 'EMAIL', fields->>'email', fields->>'emailKey'
    from made where brings_email and fields ? 'emailKey'`;
  await progress(0.7);
  await db.$executeRaw`
    update contact c
    set company = coalesce(r.changes->'company'->>1, c.company),
        position = coalesce(r.changes->'position'->>1, c.position),
        connection_status = coalesce((r.changes->'connectionStatus'->>1)::connection_status, c.connection_status),
        connected_on = coalesce((r.changes->'connectedOn'->>1)::date, c.connected_on),
        version = c.version + 1, updated_at = now()
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes is not null
      and c.owner_id = ${db.owner}::uuid and c.id = r.entity_id`;
  // Aliases are dated; once a day is exact enough, and the same file twice writes nothing.
  await db.$executeRaw`
    update linkedin_alias a set last_seen = now()
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'MATCHED'
      and a.owner_id = ${db.owner}::uuid and a.slug = r.fields->>'slug' and a.last_seen < now() - interval '1 day'`;
  await progress(0.9);
}
