// Whom each row of Connections.csv means.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { saidDistinct } from "../../distinct/data";
import { mergedAway } from "../../known/data";

/**
 * Writes into each row the contact it means (`entity_id`; what it would create, where nobody is meant) and, where only
 * the owner can tell, whom it may mean (`candidates`): somebody of the same name whose own address isn't in the file,
 * or somebody who is missing from it, was connected the same day and shares the first or the last name.
 */
export async function findConnections(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    with row as materialized (
      select file, line, proposed_id, decision, search_fold(btrim(fields->>'fullName')) as name,
             fields->>'slug' as slug, fields->>'emailKey' as email, (fields->>'connectedOn')::date as since
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and proposed_id is not null
    ), addressed as materialized (
      select contact_id from linkedin_alias where owner_id = ${db.owner}::uuid group by contact_id
    ), merged as materialized (${mergedAway(db)}
    ), apart as materialized (${saidDistinct(db)}
    ), person as materialized (
      select c.id, c.connected_on, c.connection_status, c.created_at, c.deleted_at, s.sort_name as name,
             addressed.contact_id is not null as is_addressed
      from contact c
      join contact_search s on s.owner_id = c.owner_id and s.contact_id = c.id
      left join addressed on addressed.contact_id = c.id
      where c.owner_id = ${db.owner}::uuid
    ), by_email as (
      -- An e-mail may be a shared mailbox: under another address it is the same person only by the same name.
      select distinct on (row.file, row.line) row.file, row.line, person.id as contact_id
      from row
      join contact_point p on p.owner_id = ${db.owner}::uuid and p.normalised = row.email and p.kind = 'EMAIL'
      join person on person.id = p.contact_id
      where (row.slug is null or not person.is_addressed or person.name = row.name)
        and (row.proposed_id, person.id) not in (select id, other_id from apart)
      order by row.file, row.line, person.deleted_at desc nulls first, person.created_at, person.id
    ), by_day as (
      -- Files before 2021 have no addresses: name and day of connecting tell who is who, if they tell it of one alone.
      select min(row.file) as file, min(row.line) as line, (array_agg(person.id))[1] as contact_id
      from row
      join person on person.name = row.name and person.connected_on = row.since and person.deleted_at is null
      where (row.slug is null or not person.is_addressed)
        and (row.proposed_id, person.id) not in (select id, other_id from apart)
      group by row.name, row.since
      having count(*) = 1
    ), known as materialized (
      select row.*, coalesce(chosen.contact_id, case when decision ~ '^[0-9a-f-]{36}$' then decision::uuid end,
                             alias.contact_id, by_email.contact_id, same.id, was.contact_id, by_day.contact_id) as contact_id
      from row
      left join linkedin_alias alias on alias.owner_id = ${db.owner}::uuid and alias.slug = row.slug
      left join by_email on by_email.file = row.file and by_email.line = row.line
      left join by_day on by_day.file = row.file and by_day.line = row.line
      left join contact same on same.owner_id = ${db.owner}::uuid and same.id = row.proposed_id
      left join merged was on was.id = row.proposed_id
      left join merged chosen on chosen.id::text = decision
    ), missing as materialized (
      select person.*, split_part(person.name, ' ', 1) as first_name, substring(person.name from '[^ ]+$') as last_name
      from person left join known on known.contact_id = person.id
      where known.contact_id is null and person.deleted_at is null
    ), unknown as materialized (
      select file, line, name, since, split_part(name, ' ', 1) as first_name, substring(name from '[^ ]+$') as last_name
      from known where contact_id is null or decision ~ '^[0-9a-f-]{36}$'
    ), maybe as (
      select unknown.file, unknown.line, missing.id from unknown join missing on missing.name = unknown.name
      union
      select unknown.file, unknown.line, missing.id
      from unknown
      join missing on missing.connected_on = unknown.since and missing.connection_status = 'CONNECTED'
                   and missing.first_name = unknown.first_name
      union
      select unknown.file, unknown.line, missing.id
      from unknown
      join missing on missing.connected_on = unknown.since and missing.connection_status = 'CONNECTED'
                   and missing.last_name = unknown.last_name
    ), found as (
      select known.file, known.line, coalesce(known.contact_id, known.proposed_id) as entity_id,
             case when known.decision ~ '^[0-9a-f-]{36}$' then r.candidates
                  else coalesce((array_agg(maybe.id order by maybe.id) filter (where
                    maybe.id is not null and (known.proposed_id, maybe.id) not in (select id, other_id from apart)))[:5], '{}')
             end as candidates
      from known
      join import_row r on r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid
                       and r.file = any (${files}::int[]) and r.file = known.file and r.line = known.line
      left join maybe on maybe.file = known.file and maybe.line = known.line
      group by known.file, known.line, known.contact_id, known.proposed_id, known.decision, r.candidates
    )
    update import_row r
    set entity_id = found.entity_id, candidates = found.candidates
    from found
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.file = found.file and r.line = found.line
      and (r.entity_id, r.candidates) is distinct from (found.entity_id, found.candidates)`;
}
