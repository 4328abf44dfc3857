// Connections.csv against the owner's contacts. A contact is the same person by address, else by e-mail, else, where one
// of the two files has no addresses, by name and day of connecting. A name alone is only ever a suggestion.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { findConnections } from "./find/data";

/** Decides each row: who is new, who is known, and what the file adds to them or brings up to date. */
export async function decideConnections(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await datesOf(db, batchId, files);
  const { isNewest, newestOn } = await compareFile(db, batchId);
  await findConnections(db, batchId, files);
  await db.$executeRaw`
    with row as materialized (
      select file, line, proposed_id, entity_id, candidates, decision, fields, fields->>'slug' as slug,
             fields->>'emailKey' as email, (fields->>'connectedOn')::date as since
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and proposed_id is not null
    ), addressed as materialized (
      select contact_id from linkedin_alias where owner_id = ${db.owner}::uuid group by contact_id
    ), compared as (
      select row.*, c.id as contact_id, c.deleted_at is not null as in_trash,
             row_number() over (partition by row.entity_id order by file, line) as nth,
             addressed.contact_id is not null as is_addressed, alias.slug is null as alias_is_new,
             -- The owner's word stands; what an older file said is brought up to date by a newer one.
             ${isNewest}::boolean and fields ? 'company' and c.company = f.company and c.company <> fields->>'company' as new_company,
             ${isNewest}::boolean and fields ? 'position' and c.position = f.position and c.position <> fields->>'position' as new_position,
             btrim(coalesce(c.company, '')) = '' and fields ? 'company' as no_company,
             btrim(coalesce(c.position, '')) = '' and fields ? 'position' as no_position,
             btrim(coalesce(c.company, '')) <> '' and c.company <> fields->>'company'
               or btrim(coalesce(c.position, '')) <> '' and c.position <> fields->>'position' as differs,
             case when ${isNewest}::boolean and (f.contact_id is null or (f.company, f.position, f.newest_on)
                    is distinct from (fields->>'company', fields->>'position', ${newestOn}::date))
               then jsonb_build_array(case when f.contact_id is not null then
                 jsonb_build_object('company', f.company, 'position', f.position, 'newestOn', f.newest_on) end) end as said,
             c.company, c.position, c.connection_status, c.connected_on,
             c.connection_status in ('NONE', 'INVITED', 'RECEIVED')
               or (c.connection_status = 'REMOVED' and since > c.connected_on) as is_news
      from row
      left join contact c on c.owner_id = ${db.owner}::uuid and c.id = row.entity_id
      left join linkedin_fact f on f.owner_id = ${db.owner}::uuid and f.contact_id = row.entity_id
      left join linkedin_alias alias on alias.owner_id = ${db.owner}::uuid and alias.slug = row.slug
      left join addressed on addressed.contact_id = row.entity_id
    ), open as materialized (
      select contact_id, jsonb_object_agg(id, jsonb_build_array(status, updated_at)) as invitations from invitation
      where owner_id = ${db.owner}::uuid and status in ('SENT', 'RECEIVED', 'ASKED') group by contact_id
    ), changed as (
      select compared.*, jsonb_strip_nulls(jsonb_build_object(
               'company', case when no_company or new_company then jsonb_build_array(company, fields->>'company') end,
               'position', case when no_position or new_position then jsonb_build_array(position, fields->>'position') end,
               'connectionStatus', case when is_news then jsonb_build_array(connection_status, 'CONNECTED') end,
               'connectedOn', case when since is not null and (is_news or connected_on is null)
                                    and since is distinct from connected_on
                                   then jsonb_build_array(connected_on, since) end,
               'slug', case when slug is not null and alias_is_new then jsonb_build_array(null, slug) end,
               'email', case when email is not null and not exists (
                               select from contact_point p where p.owner_id = ${db.owner}::uuid
                                 and p.contact_id = compared.contact_id and p.kind = 'EMAIL' and p.normalised = email)
                             then jsonb_build_array(null, fields->>'email') end,
               'invitations', case when is_news or connection_status = 'CONNECTED' then open.invitations end)) as changes
      from compared left join open on open.contact_id = compared.contact_id
    ), decided as (
      select file, line,
             case when in_trash or decision = 'skip' then 'SKIPPED' when nth = 1 and contact_id is null then 'CREATED'
                  else 'MATCHED' end::import_outcome as outcome,
             case when decision = 'skip' then 'leftOut' when in_trash then 'inTrash' when nth > 1 then 'repeated'
                  when contact_id is null then case when candidates <> '{}' and decision is null then 'sameName' end
                  when new_company or new_position or (changes ? 'slug' and is_addressed) then 'changed'
                  when changes <> '{}' then 'completed' when differs then 'differs' else 'unchanged' end as reason,
             case when contact_id is not null and nth = 1 and not in_trash and decision is distinct from 'skip'
                  then nullif(changes || jsonb_strip_nulls(jsonb_build_object('said', said)), '{}') end as changes
      from changed
    )
    update import_row r
    set outcome = d.outcome, reason = d.reason, changes = d.changes
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.file = d.file and r.line = d.line
      and (r.outcome, r.reason, r.changes) is distinct from (d.outcome, d.reason, d.changes)`;
}

/** The last day each file knows of. */
async function datesOf(db: OwnerDb, batchId: string, files: number[]) {
  await db.$executeRaw`
    update import_file f set newest_on = (
      select max((fields->>'connectedOn')::date) from import_row r
      where r.owner_id = f.owner_id and r.batch_id = f.batch_id and r.file = f.file and r.proposed_id is not null)
    where f.owner_id = ${db.owner}::uuid and f.batch_id = ${batchId}::uuid and f.file = any (${files}::int[])
      and f.newest_on is null`;
}

type Compared = { isNewest: boolean; newestOn: string | null; isWhole: boolean };

/**
 * The last day the files know of (2026-11-22), whether no file before knew of a later one (an older archive brings
 * nothing up to date), and whether they are a whole list (mended rows are none). What earlier files knew is asked of the
 * facts they left, which an export takes along.
 */
export async function compareFile(db: OwnerDb, batchId: string): Promise<Compared> {
  const [compared] = await db.$queryRaw<[Compared]>`
    select coalesce(file.newest_on >= known.newest_on, known.newest_on is null) as "isNewest",
           greatest(file.newest_on, known.newest_on)::text as "newestOn", file.is_whole as "isWhole"
    from (select max(newest_on) as newest_on, coalesce(bool_or(not is_part), false) as is_whole from import_file
          where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and kind = 'CONNECTIONS') as file
    cross join (select max(newest_on) as newest_on from linkedin_fact where owner_id = ${db.owner}::uuid) as known`;
  return compared;
}

/** Writes what was decided: few large statements, so that standings are refreshed once. */
export async function applyConnections(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  // One statement: what triggers keep about a contact is then written once, with address and e-mail in it.
  await db.$executeRaw`
    with made as materialized (
      select owner_id, entity_id, fields, outcome = 'CREATED' as is_new,
             outcome = 'CREATED' or changes ? 'slug' as brings_slug, outcome = 'CREATED' or changes ? 'email' as brings_email
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and (outcome = 'CREATED' or changes is not null)
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
  await db.$executeRaw`
    update contact c
    set company = coalesce(r.changes->'company'->>1, c.company),
        position = coalesce(r.changes->'position'->>1, c.position),
        connection_status = coalesce((r.changes->'connectionStatus'->>1)::connection_status, c.connection_status),
        connected_on = coalesce((r.changes->'connectedOn'->>1)::date, c.connected_on),
        version = c.version + (c.updated_at <> now())::int, updated_at = now()
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.changes ?| array['company', 'position', 'connectionStatus', 'connectedOn']
      and c.owner_id = ${db.owner}::uuid and c.id = r.entity_id`;
  // Whoever is connected has answered.
  await db.$executeRaw`
    update invitation v
    set status = 'ACCEPTED', answered_at = greatest(v.sent_at, c.connected_on::timestamptz), updated_at = now()
    from import_row r join contact c on c.owner_id = r.owner_id and c.id = r.entity_id
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.changes ? 'invitations' and v.owner_id = ${db.owner}::uuid and v.contact_id = r.entity_id
      and r.changes->'invitations' ? v.id::text`;
  // Aliases are dated; once a day is exact enough, and the same file twice writes nothing.
  await db.$executeRaw`
    update linkedin_alias a set last_seen = now()
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.outcome = 'MATCHED' and a.owner_id = ${db.owner}::uuid and a.contact_id = r.entity_id
      and a.slug = r.fields->>'slug' and a.last_seen < now() - interval '1 day'`;
  const { isNewest, newestOn, isWhole } = await compareFile(db, batchId);
  if (isNewest || !isWhole) await keepFacts(db, batchId, files, newestOn);
}

/** What the file says, for the next one to be compared with. */
async function keepFacts(db: OwnerDb, batchId: string, files: number[], newestOn: string | null) {
  await db.$executeRaw`
    insert into linkedin_fact (owner_id, contact_id, company, position, newest_on)
    select r.owner_id, r.entity_id, r.fields->>'company', r.fields->>'position', ${newestOn}::date
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and (r.outcome = 'CREATED' or r.changes ? 'said')
    on conflict (owner_id, contact_id) do update
      set company = excluded.company, position = excluded.position, newest_on = excluded.newest_on`;
}
