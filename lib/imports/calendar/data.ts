// Calendars against the owner's contacts and what is in the timeline already. Whoever was invited may not have come: what
// they bring is unconfirmed and weighs nothing until the owner says that it took place.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { linkPeople } from "../messages/data";
import type { Self } from "../people/data";

/** Decides each time of each event; people are decided already. `self` are the owner's own keys. */
export async function decideEvents(db: OwnerDb, batchId: string, files: number[], { self, mailSelf }: Self) {
  await db.$executeRaw`
    with row as materialized (
      select file, line, proposed_id, people[2:] as invited, fields ? 'instead' as is_changed,
             fields->>'since' as since,
             string_to_array(fields->>'declined', e'\n') as declined
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and proposed_id is not null
    ), changed as materialized (
      select (fields->>'instead')::uuid as id, bool_or(not fields ? 'since') as is_alone, max(fields->>'since') as since
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and fields ? 'instead'
      group by fields->>'instead'
    ), named as materialized (
      select row.file, row.line, bool_or(p.contact_id is not null) as known, bool_or(p.reason = 'inTrash') as in_trash,
             bool_or(p.reason = 'sharedMail') as is_shared, bool_or(p.person not in (${self ?? ""}, ${mailSelf ?? ""})) as others
      from row
      cross join unnest(row.invited) as part (key)
      join import_person p on p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.key = part.key
      group by row.file, row.line
    ), placed as (
      select row.*, coalesce(known, false) as known, in_trash, is_shared, coalesce(others, false) as others,
             coalesce(declined && array[${self}::text, ${mailSelf}::text], false) as is_declined,
             -- A change of one time counts before one of it and all that follow, and of these the latest.
             changed.id is not null and (not is_changed or coalesce(changed.is_alone or row.since < changed.since, false)
               and row.since is not null) as is_replaced, i.id is not null as exists,
             row_number() over (partition by row.proposed_id order by is_changed desc, row.file, row.line) as nth
      from row
      left join named on named.file = row.file and named.line = row.line
      left join changed on changed.id = row.proposed_id
      left join interaction i on i.owner_id = ${db.owner}::uuid and i.id = row.proposed_id
    ), decided as (
      select file, line, case when known and not is_declined and not is_replaced then proposed_id end as entity_id,
             case when is_declined or is_replaced or not known then 'SKIPPED' when exists or nth > 1 then 'MATCHED'
                  else 'CREATED' end::import_outcome as outcome,
             case when is_declined then 'declined' when is_replaced then 'replaced' when not others then 'nobodyElse'
                  when not known then case when in_trash then 'inTrash' when is_shared then 'sharedMail' else 'notInvited' end
                  when exists then 'unchanged' when nth > 1 then 'repeated' end as reason
      from placed
    )
    update import_row r
    set outcome = d.outcome, reason = d.reason, entity_id = d.entity_id
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.file = d.file and r.line = d.line
      and (r.outcome, r.reason, r.entity_id) is distinct from (d.outcome, d.reason, d.entity_id)`;
}

/** Writes what was decided, and who was invited among the contacts. */
export async function applyEvents(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    with part as materialized (
      select r.file, r.line, named.key from import_row r cross join unnest(r.people[2:]) as named (key)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
        and r.outcome = 'CREATED'
    ), others as materialized (
      select part.file, part.line, count(*) as people from part
      join import_person p on p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.key = part.key
      where p.outcome is not null
      group by part.file, part.line
      having count(*) > 1
    )
    insert into interaction (owner_id, id, kind, direction, occurred_at, group_size, confirmed, notes)
    select r.owner_id, r.entity_id, (r.fields->>'kind')::interaction_kind, 'JOINT', (r.fields->>'at')::timestamptz,
           others.people, false, r.fields->>'notes'
    from import_row r left join others on others.file = r.file and others.line = r.line
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.outcome = 'CREATED'`;
  await linkPeople(db, batchId, files);
}
