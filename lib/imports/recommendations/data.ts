// Recommendations_Given.csv and _Received.csv. Neither names an address: who is meant is told by name and company, and
// asked wherever that is not exactly one contact.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { saidDistinct } from "../distinct/data";
import { knownNamesAndPeople, mergedAway } from "../known/data";

/** How long after its publication one may have been noted here all the same, in days. */
const notedLater = 60;

/**
 * Decides each recommendation. One whose person the owner has yet to choose waits; nobody of the name is a new contact.
 *
 * One that the owner tracks already is that one: whose text is the same, which was published here on that day, or the
 * only one that was asked for, drafted or sent to or by that person before. Where others may be meant too, the owner is
 * asked, and the row waits: to name the person is to say that it is another one.
 */
export async function decideRecommendations(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    with known as materialized (${knownNamesAndPeople(db, batchId)}
    ), merged as materialized (${mergedAway(db)}
    ), apart as materialized (${saidDistinct(db)}
    ), tracked as materialized (
      select id, contact_id, direction, status, text, published_at, search_fold(btrim(coalesce(text, ''))) as folded,
             least(created_at, requested_at) as begun_at
      from recommendation where owner_id = ${db.owner}::uuid
    ), row as materialized (
      select r.file, r.line, proposed_id, coalesce(chosen.contact_id::text, decision) as decision,
             case f.kind when 'RECOMMENDATIONS_GIVEN' then 'GIVEN' else 'RECEIVED' end::support_direction as direction,
             coalesce(was.contact_id, (fields->>'newContactId')::uuid) as new_contact_id, (fields->>'at')::timestamptz as at,
             search_fold(btrim(coalesce(fields->>'text', ''))) as folded,
             search_fold(btrim(fields->>'fullName')) as name, search_fold(btrim(coalesce(fields->>'company', ''))) as company
      from import_row r
      join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
      left join merged was on was.id::text = fields->>'newContactId'
      left join merged chosen on chosen.id::text = decision
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
        and proposed_id is not null
    ), named as materialized (
      select row.file, row.line, (array_agg(distinct known.contact_id))[:10] as people,
             array_agg(distinct known.contact_id) filter (where known.company = row.company and row.company <> '') as colleagues
      from row join known using (name)
      where (row.new_contact_id, known.contact_id) not in (select id, other_id from apart)
      group by row.file, row.line
    ), placed as materialized (
      select row.*, made.contact_id as made_for, made.id is not null as is_known, same.id is not null as was_made,
             same.deleted_at is not null as in_trash, coalesce(named.people, '{}') as people, said.id as said_id,
             row_number() over (partition by row.proposed_id order by row.file, row.line) as nth,
             case when said.id is not null then said.contact_id
                  when decision ~ '^[0-9a-f-]{36}$' then decision::uuid
                  when decision = 'new' or named.people is null then new_contact_id
                  when cardinality(colleagues) = 1 then colleagues[1]
                  when named.people = array[new_contact_id] then new_contact_id end as contact_id
      from row
      left join named on named.file = row.file and named.line = row.line
      left join tracked made on made.id = row.proposed_id
      left join tracked said on said.id::text = row.decision
      left join contact same on same.owner_id = ${db.owner}::uuid and same.id = row.new_contact_id
    ), maybe as materialized (
      select p.file, p.line, t.id, t.contact_id = p.contact_id as is_theirs, same.is_sure,
             t.status in ('REQUESTED', 'DRAFTING', 'SENT') and t.begun_at <= p.at + interval '1 day' as is_begun
      from placed p
      join tracked t on t.direction = p.direction and (t.contact_id = p.contact_id or t.contact_id = any (p.people))
      cross join lateral (
        select coalesce(t.folded <> '' and t.folded = p.folded
          or t.status = 'PUBLISHED' and t.published_at between p.at - interval '1 day' and p.at + interval '1 day', false) as is_sure
      ) same
      where not p.is_known and p.nth = 1 and (same.is_sure
        or t.status not in ('PUBLISHED', 'DECLINED') and t.begun_at <= p.at + make_interval(days => ${notedLater}::int))
    ), judged as materialized (
      select file, line, (array_agg(id order by id) filter (where is_theirs and is_sure))[1] as sure_id,
             array_agg(id) filter (where is_theirs and is_begun) as begun,
             array_agg(id) filter (where is_theirs and not is_sure) as others,
             array_agg(id) filter (where not is_sure) as open
      from maybe group by file, line
    ), claimed as (
      select begun[1] as id from judged
      where sure_id is null and cardinality(others) = 1 and begun = others group by begun[1] having count(*) = 1
    ), matched as (
      select p.*, j.others, coalesce(j.open, '{}') as open,
             case when p.is_known or p.nth > 1 or p.decision in ('new', 'skip') then null
                  when p.said_id is not null then p.said_id
                  when j.sure_id is not null then j.sure_id
                  when p.decision is null and cardinality(j.others) = 1 and j.begun = j.others
                    and exists (select from claimed where claimed.id = j.begun[1]) then j.begun[1] end as tracked_id
      from placed p left join judged j on j.file = p.file and j.line = p.line
    ), decided as (
      select m.file, m.line, m.contact_id = new_contact_id and not was_made as is_new_person, proposed_id,
             case when is_known then made_for else coalesce(t.contact_id, m.contact_id) end as contact_id,
             case when is_known or (cardinality(people) = 0 and m.open = '{}') then '{}'::uuid[] else people || m.open end as candidates,
             t.id as tracked_id, t.status, t.text,
             t.id is not null and row_number() over (partition by t.id order by m.at, m.file, m.line) > 1 as is_second,
             case when is_known or nth > 1 or t.id is not null then 'MATCHED'
                  when decision = 'skip' or m.contact_id is null or (m.contact_id = new_contact_id and in_trash)
                    or (decision is null and m.others is not null) then 'SKIPPED' else 'CREATED' end::import_outcome as outcome,
             case when is_known or t.status = 'PUBLISHED' then 'unchanged' when nth > 1 then 'repeated' when t.id is not null then 'published'
                  when decision = 'skip' then 'leftOut' when m.contact_id is null then 'undecided'
                  when m.contact_id = new_contact_id and in_trash then 'inTrash'
                  when decision is null and m.others is not null then 'tracked'
                  when m.contact_id = new_contact_id and not was_made then 'newPerson' end as reason
      from matched m left join tracked t on t.id = m.tracked_id
    )
    update import_row r
    set outcome = d.outcome, reason = case when d.is_second then 'repeated' else d.reason end, candidates = d.candidates,
        entity_id = case when d.outcome <> 'SKIPPED' then coalesce(d.tracked_id, d.proposed_id) end,
        changes = case when d.outcome = 'CREATED' then jsonb_strip_nulls(jsonb_build_object(
            'contactId', d.contact_id, 'newPerson', case when d.is_new_person then true end))
          when d.reason = 'published' and not d.is_second then jsonb_build_object('contactId', d.contact_id, 'recommendation',
            jsonb_build_object('status', d.status, 'text', d.text)) end
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.file = d.file and r.line = d.line`;
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
    with made as materialized (${published(db, batchId, files)} and r.outcome = 'CREATED'
    ), acts as (
      insert into support_act (owner_id, id, contact_id, direction, kind, occurred_at, note)
      select owner_id, proposed_id, contact_id, direction, 'RECOMMENDATION', at, work from made
    ), written as (
      insert into recommendation (owner_id, id, contact_id, direction, status, work, text, published_at, support_act_id)
      select owner_id, proposed_id, contact_id, direction, 'PUBLISHED', work, text, at, proposed_id from made
    )
    insert into recommendation_version (owner_id, id, recommendation_id, text)
    select owner_id, proposed_id, proposed_id, text from made where text is not null`;
  await publishTracked(db, batchId, files);
}

/** Those tracked here: published now, with the text LinkedIn has; what was written before is kept as a version. */
async function publishTracked(db: OwnerDb, batchId: string, files: number[]) {
  await db.$executeRaw`
    with made as materialized (${published(db, batchId, files)} and r.reason = 'published'
    ), acts as (
      insert into support_act (owner_id, id, contact_id, direction, kind, occurred_at, note)
      select m.owner_id, m.proposed_id, m.contact_id, m.direction, 'RECOMMENDATION', m.at, t.work
      from made m join recommendation t on t.owner_id = m.owner_id and t.id = m.id
    ), versions as (
      insert into recommendation_version (owner_id, id, recommendation_id, text)
      select m.owner_id, m.proposed_id, m.id, m.text
      from made m join recommendation t on t.owner_id = m.owner_id and t.id = m.id
      where m.text is not null and m.text is distinct from t.text
    )
    update recommendation t
    set status = 'PUBLISHED', text = coalesce(m.text, t.text), published_at = m.at, support_act_id = m.proposed_id,
        version = t.version + 1, updated_at = now()
    from made m where t.owner_id = m.owner_id and t.id = m.id`;
  await db.$executeRaw`
    update import_row r
    set changes = jsonb_set(r.changes, '{recommendation,leftAt}', to_jsonb(t.version))
    from recommendation t
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.reason = 'published' and t.owner_id = r.owner_id and t.id = r.entity_id`;
}

/** The rows of these files as recommendations; to be narrowed further. */
const published = (db: OwnerDb, batchId: string, files: number[]) => Prisma.sql`
  select r.owner_id, r.entity_id as id, r.proposed_id, (r.changes->>'contactId')::uuid as contact_id,
         case f.kind when 'RECOMMENDATIONS_GIVEN' then 'GIVEN' else 'RECEIVED' end::support_direction as direction,
         (r.fields->>'at')::timestamptz as at, nullif(concat_ws(', ', r.fields->>'position', r.fields->>'company'), '') as work,
         nullif(btrim(r.fields->>'text'), '') as text
  from import_row r join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
  where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])`;
