// messages.csv against the owner's contacts and what is in the timeline already.
import "server-only";
import type { OwnerDb } from "@/lib/db";

/** The person in most messages: the owner. Of equals, who bears the owner's name, then whom no contact is. */
async function findSelf(db: OwnerDb, batchId: string): Promise<string | null> {
  const [self] = await db.$queryRaw<{ person: string }[]>`
    select p.person
    from import_person p
    where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid
    group by p.person
    order by sum(p.messages) desc,
             bool_or(lower(p.full_name) = (select lower(name) from app_user where id = ${db.owner}::uuid)) desc,
             exists (select from linkedin_alias a where a.owner_id = ${db.owner}::uuid and a.slug = p.person),
             p.person
    limit 1`;
  return self?.person ?? null;
}

/**
 * Decides who of the people in the file is who, then each message. New people become contacts if the owner wrote to
 * them; whoever only wrote and never got an answer stays out.
 */
export async function decideMessages(db: OwnerDb, batchId: string): Promise<void> {
  const key = { ownerId_id: { ownerId: db.owner, id: batchId } };
  const batch = await db.importBatch.findUniqueOrThrow({ where: key, select: { self: true } });
  const self = batch.self ?? (await findSelf(db, batchId));
  if (!batch.self) await db.importBatch.update({ where: key, data: { self } });

  await db.$executeRaw`
    with mine as materialized (
      select array_agg(key) as keys from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and person = ${self}
    ), addressed as materialized (
      select named.key, count(*) as messages
      from import_row r
      cross join unnest(r.people[2:]) as named (key)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.proposed_id is not null
        and r.people[1] = any ((select keys from mine)::text[])
      group by named.key
    ), written as (
      select p.person, sum(addressed.messages) as sent
      from addressed
      join import_person p on p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.key = addressed.key
      group by p.person
    ), root as (
      select p.key as person, coalesce(w.sent, 0) as sent, p.contact_id as before,
             case when p.key like 'name:%' then named.contact_id else c.id end as contact_id,
             c.deleted_at is not null as in_trash
      from import_person p
      left join written w on w.person = p.key
      left join linkedin_alias a on a.owner_id = p.owner_id and a.slug = p.key
      left join contact c on c.owner_id = a.owner_id and c.id = a.contact_id
      -- Old files name people without an address: a contact is meant where exactly one has the name.
      left join lateral (select min(n.id::text)::uuid as contact_id from contact n
                         where p.key like 'name:%' and n.owner_id = p.owner_id and n.deleted_at is null
                           and lower(n.full_name) = substr(p.key, 6)
                         having count(*) = 1) named on true
      where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.person = p.key
    ), decided as (
      select person, sent,
             case when person = ${self} then null
                  when in_trash then 'SKIPPED'
                  when contact_id is not null then 'MATCHED'
                  when person like 'name:%' or sent = 0 then 'SKIPPED'
                  else 'CREATED' end::import_outcome as outcome,
             case when person = ${self} then null
                  when in_trash then 'inTrash'
                  when contact_id is not null then null
                  when person like 'name:%' then 'noAddress'
                  when sent = 0 then 'stranger' end as reason,
             case when person = ${self} or in_trash then null
                  when contact_id is not null then contact_id
                  when person not like 'name:%' and sent > 0 then coalesce(before, uuid_v7()) end as contact_id
      from root
    )
    update import_person p
    set sent = d.sent, outcome = d.outcome, reason = d.reason, contact_id = d.contact_id
    from decided d
    where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.person = d.person`;

  await db.$executeRaw`
    with part as materialized (
      select r.line, r.proposed_id, part.key
      from import_row r
      cross join unnest(r.people) as part (key)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.proposed_id is not null
    ), named as materialized (
      select part.line, part.proposed_id, bool_or(p.person = ${self}) as mine,
             bool_or(p.contact_id is not null) as known, bool_or(p.person is distinct from ${self}) as others,
             bool_or(p.reason = 'inTrash') as in_trash, bool_or(p.reason = 'stranger') as stranger
      from part
      join import_person p on p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.key = part.key
      group by part.line, part.proposed_id
    ), placed as (
      select named.*, i.id is not null as exists, row_number() over (partition by proposed_id order by line) as nth
      from named
      left join interaction i on i.owner_id = ${db.owner}::uuid and i.id = proposed_id
    ), decided as (
      select line, case when not (mine and known) then null else proposed_id end as entity_id,
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
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.line = d.line
      and (r.outcome, r.reason, r.entity_id) is distinct from (d.outcome, d.reason, d.entity_id)`;
}

const linesAtOnce = 75_000;
const linkSlices = 4;

/**
 * Writes what was decided. The messages come first, they touch nobody; their people come last, a slice of the contacts
 * at a time, so each standing is refreshed once and its row is locked only for the end of the import.
 */
export async function applyMessages(db: OwnerDb, batchId: string, progress: (share: number) => Promise<void>) {
  await insertContacts(db, batchId);
  const [range] = await db.$queryRaw<{ last: number | null }[]>`
    select max(line) as last from import_row where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid`;
  const last = range?.last ?? 0;
  for (let line = 0; line <= last; line += linesAtOnce) {
    await insertMessages(db, batchId, line, line + linesAtOnce);
    await progress(0.5 * Math.min(1, (line + linesAtOnce) / (last + 1)));
  }
  for (let slice = 0; slice < linkSlices; slice++) {
    await linkPeople(db, batchId, slice);
    await progress(0.5 + (0.4 * (slice + 1)) / linkSlices);
  }
}

/** With their addresses in one statement: what triggers keep about a contact is then written once. */
async function insertContacts(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    with made as materialized (
      select owner_id, contact_id, full_name, key from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED' and key = person
    ), contacts as (
      insert into contact (owner_id, id, full_name) select owner_id, contact_id, full_name from made
    )
    insert into linkedin_alias (owner_id, contact_id, slug) select owner_id, contact_id, key from made`;
}

async function insertMessages(db: OwnerDb, batchId: string, from: number, before: number) {
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
      and r.line >= ${from} and r.line < ${before}`;
}

async function linkPeople(db: OwnerDb, batchId: string, slice: number) {
  // `limit 1` makes it a look-up by key for each: no statistics can tell the planner anything about rows this new.
  await db.$executeRaw`
    insert into interaction_contact (owner_id, interaction_id, contact_id)
    select distinct r.owner_id, r.entity_id, p.contact_id
    from import_row r
    cross join unnest(r.people) as named (key)
    cross join lateral (select contact_id from import_person
                        where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and key = named.key
                        limit 1) p
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and p.contact_id is not null and abs(hashtext(p.contact_id::text)) % ${linkSlices} = ${slice}`;
}
