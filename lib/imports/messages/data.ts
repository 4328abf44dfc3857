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
    with who as materialized (
      select key, person is not distinct from ${self} as mine, contact_id is not null as known, reason
      from import_person where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid
    ), row as materialized (
      select ctid as place, file, line, people, proposed_id, entity_id, outcome, reason
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and proposed_id is not null
    ), named as materialized (
      -- Apart from the join, which then goes once through either side: expecting one list, it went through everyone for each.
      select list.people, key from (select distinct people from row) as list cross join unnest(list.people) as key
    ), talk as materialized (
      -- What is so of a few people's message is so of all their messages.
      select people, bool_or(mine) as mine, bool_or(known) as known, bool_or(not mine) as others,
             bool_or(reason = 'inTrash') as in_trash, bool_or(reason = 'stranger') as stranger
      from named join who using (key)
      group by people
    ), repeated as materialized (
      select proposed_id, min(array[file, line]) as first from row group by proposed_id having count(*) > 1
    ), placed as (
      select row.place, row.proposed_id, row.entity_id, row.outcome, row.reason, mine, known, others, in_trash, stranger,
             i.id is not null as exists, array[file, line] > repeated.first as is_again
      from row
      join talk using (people)
      left join repeated using (proposed_id)
      left join interaction i on i.owner_id = ${db.owner}::uuid and i.id = proposed_id
    ), decided as (
      select place, outcome as was, reason as why, entity_id as about,
             case when mine and known then proposed_id end as entity_id,
             case when not (mine and known) then 'SKIPPED' when exists or is_again then 'MATCHED'
                  else 'CREATED' end::import_outcome as outcome,
             case when not mine then 'notYours' when not others then 'noRecipient'
                  when not known then case when in_trash then 'inTrash' when stranger then 'stranger'
                                           else 'noAddress' end
                  when exists then 'unchanged' when is_again then 'repeated' end as reason
      from placed
    ), changed as materialized (
      select place, outcome, reason, entity_id from decided
      where (outcome, reason, entity_id) is distinct from (was, why, about)
    )
    update import_row r
    set outcome = c.outcome, reason = c.reason, entity_id = c.entity_id
    from changed c
    -- By their place, in a join that is a hash whatever the statistics say. A list of places would be read row by row faster,
    -- but where statistics are missing it is searched through for every row: minutes.
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.ctid = c.place`;
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
