// Recommendations_Given.csv and _Received.csv. Neither names an address: who is meant is told by name and company, and
// asked wherever that is not exactly one contact.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { saidDistinct } from "../distinct/data";
import { knownNamesAndPeople, mergedAway } from "../known/data";

/** Decides each recommendation. One whose person the owner has yet to choose waits; nobody of the name is a new contact. */
export async function decideRecommendations(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    with known as materialized (${knownNamesAndPeople(db, batchId)}
    ), merged as materialized (${mergedAway(db)}
    ), apart as materialized (${saidDistinct(db)}
    ), row as materialized (
      select file, line, proposed_id, coalesce(chosen.contact_id::text, decision) as decision,
             coalesce(was.contact_id, (fields->>'newContactId')::uuid) as new_contact_id,
             search_fold(btrim(fields->>'fullName')) as name, search_fold(btrim(coalesce(fields->>'company', ''))) as company
      from import_row
      left join merged was on was.id::text = fields->>'newContactId'
      left join merged chosen on chosen.id::text = decision
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and proposed_id is not null
    ), named as materialized (
      select row.file, row.line, (array_agg(distinct known.contact_id))[:10] as people,
             array_agg(distinct known.contact_id) filter (where known.company = row.company and row.company <> '') as colleagues
      from row join known using (name)
      where (row.new_contact_id, known.contact_id) not in (select id, other_id from apart)
      group by row.file, row.line
    ), placed as (
      select row.*, made.contact_id as made_for, made.id is not null as is_known, same.id is not null as was_made,
             same.deleted_at is not null as in_trash, coalesce(named.people, '{}') as people,
             row_number() over (partition by row.proposed_id order by row.file, row.line) as nth,
             case when decision ~ '^[0-9a-f-]{36}$' then decision::uuid
                  when decision = 'new' or named.people is null then new_contact_id
                  when cardinality(colleagues) = 1 then colleagues[1]
                  when named.people = array[new_contact_id] then new_contact_id end as contact_id
      from row
      left join named on named.file = row.file and named.line = row.line
      left join recommendation made on made.owner_id = ${db.owner}::uuid and made.id = row.proposed_id
      left join contact same on same.owner_id = ${db.owner}::uuid and same.id = row.new_contact_id
    ), decided as (
      select file, line, contact_id = new_contact_id and not was_made as is_new_person, case when is_known then made_for else contact_id end as contact_id, proposed_id,
             case when is_known or cardinality(people) = 0 then '{}'::uuid[] else people end as candidates,
             case when is_known or nth > 1 then 'MATCHED' when decision = 'skip' or contact_id is null
                    or (contact_id = new_contact_id and in_trash) then 'SKIPPED' else 'CREATED' end::import_outcome as outcome,
             case when is_known then 'unchanged' when nth > 1 then 'repeated' when decision = 'skip' then 'leftOut'
                  when contact_id is null then 'undecided' when contact_id = new_contact_id and in_trash then 'inTrash'
                  when contact_id = new_contact_id and not was_made then 'newPerson' end as reason
      from placed
    )
    update import_row r
    set outcome = d.outcome, reason = d.reason, candidates = d.candidates,
        entity_id = case when d.outcome <> 'SKIPPED' then d.proposed_id end,
        changes = case when d.outcome = 'CREATED' then jsonb_strip_nulls(jsonb_build_object(
          'contactId', d.contact_id, 'newPerson', case when d.is_new_person then true end)) end
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = d.file and r.line = d.line`;
}

/** A published recommendation and the act of support it is, as if the owner had entered them. */
export async function applyRecommendations(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    insert into contact (owner_id, id, full_name, company, position)
    select distinct on (r.changes->>'contactId') r.owner_id, (r.changes->>'contactId')::uuid,
           r.fields->>'fullName', r.fields->>'company', r.fields->>'position'
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.outcome = 'CREATED' and r.changes->>'contactId' = r.fields->>'newContactId'
    order by r.changes->>'contactId', r.file, r.line
    on conflict (owner_id, id) do nothing`;
  await db.$executeRaw`
    with made as materialized (
      select r.owner_id, r.entity_id as id, (r.changes->>'contactId')::uuid as contact_id,
             case f.kind when 'RECOMMENDATIONS_GIVEN' then 'GIVEN' else 'RECEIVED' end::support_direction as direction,
             (r.fields->>'at')::timestamptz as at, nullif(concat_ws(', ', r.fields->>'position', r.fields->>'company'), '') as work,
             r.fields->>'text' as text
      from import_row r join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
        and r.outcome = 'CREATED'
    ), acts as (
      insert into support_act (owner_id, id, contact_id, direction, kind, occurred_at, note)
      select owner_id, id, contact_id, direction, 'RECOMMENDATION', at, work from made
    )
    insert into recommendation (owner_id, id, contact_id, direction, status, work, text, published_at, support_act_id)
    select owner_id, id, contact_id, direction, 'PUBLISHED', work, text, at, id from made`;
}
