// messages.csv against the owner's contacts and what is in the timeline already.
import "server-only";
import type { OwnerDb } from "@/lib/db";

/** Decides each message: new, known, or why it stays out. `self` is the owner's own key; people are decided already. */
export async function decideMessages(
  db: OwnerDb,
  batchId: string,
  files: number[],
  self: string | null,
): Promise<void> {
  await db.$executeRaw`
    with part as materialized (
      select r.file, r.line, r.proposed_id, part.key
      from import_row r
      cross join unnest(r.people) as part (key)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.proposed_id is not null
        and r.file = any (${files}::int[])
    ), named as materialized (
      select part.file, part.line, part.proposed_id, bool_or(p.person = ${self}) as mine,
             bool_or(p.contact_id is not null) as known, bool_or(p.person is distinct from ${self}) as others,
             bool_or(p.reason = 'inTrash') as in_trash, bool_or(p.reason = 'stranger') as stranger
      from part
      join import_person p on p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.key = part.key
      group by part.file, part.line, part.proposed_id
    ), placed as (
      select named.*, i.id is not null as exists, row_number() over (partition by proposed_id order by file, line) as nth
      from named
      left join interaction i on i.owner_id = ${db.owner}::uuid and i.id = proposed_id
    ), decided as (
      select file, line, case when not (mine and known) then null else proposed_id end as entity_id,
             case when not (mine and known) then 'SKIPPED' when exists or nth > 1 then 'MATCHED'
                  else 'CREATED' end::import_outcome as outcome,
             case when not mine then 'notYours' when not others then 'noRecipient'
                  when not known then case when in_trash then 'inTrash' when stranger then 'stranger'
                                           else 'noAddress' end
                  when exists then 'unchanged' when nth > 1 then 'repeated' end as reason
      from placed
    )
    update import_row r
    set outcome = d.outcome, reason = d.reason, entity_id = d.entity_id
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid
      and r.file = d.file and r.line = d.line
      and (r.outcome, r.reason, r.entity_id) is distinct from (d.outcome, d.reason, d.entity_id)`;
}

const linesAtOnce = 75_000;

/** Writes what was decided: the messages, and then who was in each. */
export async function applyMessages(
  db: OwnerDb,
  batchId: string,
  files: number[],
  progress: (share: number) => Promise<void>,
) {
  const ranges = await linesOf(db, batchId, files);
  for (const [index, range] of ranges.entries()) {
    await insertMessages(db, batchId, range);
    await progress((0.6 * (index + 1)) / ranges.length);
  }
  await linkPeople(db, batchId, files);
}

type Lines = { file: number; from: number; before: number };

async function linesOf(db: OwnerDb, batchId: string, files: number[]): Promise<Lines[]> {
  const lasts = await db.$queryRaw<{ file: number; last: number }[]>`
    select file, max(line) as last from import_row
    where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
    group by file order by file`;
  return lasts.flatMap(({ file, last }) =>
    Array.from({ length: Math.ceil((last + 1) / linesAtOnce) }, (_, index) => ({
      file,
      from: index * linesAtOnce,
      before: (index + 1) * linesAtOnce,
    })),
  );
}

async function insertMessages(db: OwnerDb, batchId: string, { file, from, before }: Lines) {
  await db.$executeRaw`
    with mine as (
      select p.key from import_person p join import_batch b on b.owner_id = p.owner_id and b.id = p.batch_id
      where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.person = b.self
    )
    insert into interaction (owner_id, id, kind, direction, occurred_at, group_size, notes)
    select r.owner_id, r.entity_id, 'MESSAGE',
           case when r.people[1] in (select key from mine) then 'OUTBOUND' else 'INBOUND' end::interaction_direction,
           (r.fields->>'at')::timestamptz,
           -- Everyone with an address counts, whether or not they are a contact.
           (select nullif(count(*), 1) from unnest(r.people) as named (key)
            where named.key not like 'name:%' and named.key not in (select key from mine) having count(*) > 1),
           r.fields->>'notes'
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and r.file = ${file}::int and r.line >= ${from} and r.line < ${before}`;
}

/** Names the contacts of each interaction the files make. */
export async function linkPeople(db: OwnerDb, batchId: string, files: number[]) {
  // First who is named and then who that is: put together in one, people would be gathered anew for each message.
  await db.$executeRaw`
    with part as materialized (
      select r.entity_id, named.key from import_row r cross join unnest(r.people) as named (key)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
        and r.file = any (${files}::int[])
    )
    insert into interaction_contact (owner_id, interaction_id, contact_id)
    select distinct ${db.owner}::uuid, part.entity_id, p.contact_id
    from part
    join import_person p on p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.key = part.key
    where p.contact_id is not null`;
}
