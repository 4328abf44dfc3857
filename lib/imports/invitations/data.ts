// Invitations.csv against who is connected and the invitations that are known already. The file says that an invitation
// was sent, not what became of it: whoever is connected has accepted; of the others nobody can tell.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { knownConnections } from "../known/data";

/** Decides each invitation; people are decided already. Of several in one direction only the newest may still be open. */
export async function decideInvitations(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    with connected as materialized (
      select contact_id, min(connected_on) as connected_on from (${knownConnections(db, batchId)}) as known
      group by contact_id
    ), row as materialized (
      select r.file, r.line, r.proposed_id, r.fields->>'direction' as direction, (r.fields->>'at')::timestamptz as sent_at,
             r.fields->>'note' as note, r.decision, p.contact_id, p.reason as why_not,
             connected.contact_id is not null as is_connected, c.connection_status, c.connected_on
      from import_row r
      join import_person p on p.owner_id = r.owner_id and p.batch_id = r.batch_id and p.key = r.people[1]
      left join connected on connected.contact_id = p.contact_id
      left join contact c on c.owner_id = r.owner_id and c.id = p.contact_id
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
        and r.proposed_id is not null
    ), logged as (
      -- The same invitation: this row's own, whoever it is with by now, or one the owner logged at about that time.
      select distinct on (file, line) file, line, id, status, note
      from (
        select row.file, row.line, v.id, v.status, v.note, interval '-1' as apart
        from row join invitation v on v.owner_id = ${db.owner}::uuid and v.id = row.proposed_id
        union all
        select row.file, row.line, v.id, v.status, v.note, greatest(v.sent_at - row.sent_at, row.sent_at - v.sent_at)
        from row
        join invitation v on v.owner_id = ${db.owner}::uuid and v.contact_id = row.contact_id
          and v.direction::text = row.direction and v.sent_at > row.sent_at - interval '2 days'
          and v.sent_at < row.sent_at + interval '2 days'
      ) as found
      order by file, line, apart, id
    ), latest as materialized (
      select contact_id, direction::text as direction, max(sent_at) as sent_at from invitation
      where owner_id = ${db.owner}::uuid and sent_at is not null group by contact_id, direction
    ), placed as (
      select row.*, logged.id as logged_id, logged.status as logged_status, logged.note as logged_note,
             row_number() over (partition by coalesce(logged.id, row.proposed_id) order by row.file, row.line) as nth,
             row_number() over (partition by row.contact_id, row.direction order by row.sent_at desc, row.file, row.line) = 1
               and row.sent_at >= coalesce(latest.sent_at, row.sent_at) as is_last
      from row
      left join logged on logged.file = row.file and logged.line = row.line
      left join latest on latest.contact_id = row.contact_id and latest.direction = row.direction
    ), judged as (
      select placed.*, case when is_last and (is_connected or connected_on >= (sent_at at time zone 'UTC')::date) then 'ACCEPTED'
                            when not is_last or connection_status = 'REMOVED' then 'IGNORED'
                            when direction = 'OUTGOING' then 'SENT' else 'RECEIVED' end as status
      from placed
    ), changed as (
      select judged.*, jsonb_strip_nulls(jsonb_build_object(
        'note', case when btrim(coalesce(logged_note, '')) = '' and note is not null then jsonb_build_array(logged_note, note) end,
        'invitation', case when status = 'ACCEPTED' and logged_status in ('SENT', 'RECEIVED', 'ASKED')
                           then jsonb_build_array(logged_status, status) end)) as changes
      from judged
    ), decided as (
      select file, line, contact_id,
             case when contact_id is null then 'SKIPPED' when nth > 1 or logged_id is not null then 'MATCHED'
                  else 'CREATED' end::import_outcome as outcome,
             case when contact_id is null then coalesce(why_not, 'noAddress') when nth > 1 then 'repeated'
                  when logged_id is not null then case when changes = '{}' then 'unchanged' else 'completed' end
                  else lower(status) end as reason,
             case when contact_id is not null then coalesce(logged_id, proposed_id) end as entity_id,
             case when contact_id is null or nth > 1 then null
                  when logged_id is not null then nullif(changes, '{}')
                  else jsonb_strip_nulls(jsonb_build_object(
                    'contactId', contact_id, 'status', status,
                    'connectionStatus', case when status in ('SENT', 'RECEIVED') and coalesce(connection_status, 'NONE') = 'NONE'
                      then jsonb_build_array('NONE', case status when 'SENT' then 'INVITED' else 'RECEIVED' end) end))
             end as changes
      from changed
    )
    update import_row r
    set outcome = d.outcome, reason = d.reason, entity_id = d.entity_id, changes = d.changes
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.file = d.file and r.line = d.line
      and (r.outcome, r.reason, r.entity_id, r.changes)
          is distinct from (d.outcome, d.reason, d.entity_id, d.changes)`;
}

/** Writes what was decided, and where its contact stands by it. */
export async function applyInvitations(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  // The id is taken out of the JSON first: under row-level security no index is looked up by what a cast gives.
  await db.$executeRaw`
    with made as materialized (
      select entity_id as id, (changes->>'contactId')::uuid as contact_id, (fields->>'at')::timestamptz as sent_at,
             (fields->>'direction')::invitation_direction as direction, fields->>'note' as note,
             (changes->>'status')::invitation_status as status
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and outcome = 'CREATED'
    )
    insert into invitation (owner_id, id, contact_id, direction, status, note, sent_at, answered_at)
    select c.owner_id, made.id, c.id, made.direction, made.status, made.note, made.sent_at,
           case made.status when 'ACCEPTED' then greatest(made.sent_at, c.connected_on::timestamptz) end
    from made join contact c on c.owner_id = ${db.owner}::uuid and c.id = made.contact_id`;
  await db.$executeRaw`
    update import_row r set changes = r.changes || jsonb_build_object('updatedAt', v.updated_at)
    from invitation v
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.outcome = 'MATCHED' and r.changes is not null and v.owner_id = ${db.owner}::uuid and v.id = r.entity_id`;
  await db.$executeRaw`
    update invitation v
    set note = coalesce(r.changes->'note'->>1, v.note),
        status = coalesce((r.changes->'invitation'->>1)::invitation_status, v.status),
        answered_at = case when r.changes ? 'invitation' then greatest(v.sent_at, c.connected_on::timestamptz)
                           else v.answered_at end,
        updated_at = now()
    from import_row r, contact c
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.outcome = 'MATCHED' and r.changes is not null and v.owner_id = ${db.owner}::uuid and v.id = r.entity_id
      and c.owner_id = ${db.owner}::uuid and c.id = v.contact_id`;
  // A contact this import made is still on its first version: nobody has read it yet.
  await db.$executeRaw`
    update contact c
    set connection_status = moved.status::connection_status,
        version = c.version + (c.updated_at <> now())::int, updated_at = now()
    from (
      select (changes->>'contactId')::uuid as id, max(changes->'connectionStatus'->>1) as status from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and outcome = 'CREATED' and changes ? 'connectionStatus'
      group by 1
    ) as moved
    where c.owner_id = ${db.owner}::uuid and c.id = moved.id and c.connection_status = 'NONE'`;
}
