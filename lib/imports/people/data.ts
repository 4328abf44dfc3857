// Everyone the files of an import name, but for the lists of people: who is who, and who becomes a contact.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { knownConnections, knownNames, knownPoints, knownSlugs, mergedAway } from "../known/data";

/** The person in most messages: the owner. Of equals, who bears the owner's name, then whom no contact is. In calendars
 * people have no address but their e-mail: `findMailSelf`. */
async function findSelf(db: OwnerDb, batchId: string): Promise<string | null> {
  const [self] = await db.$queryRaw<{ person: string }[]>`
    select p.person
    from import_person p
    where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.messages > 0 and p.key not like 'mailto:%'
    group by p.person
    order by sum(p.messages) desc,
             bool_or(lower(p.full_name) = (select lower(name) from app_user where id = ${db.owner}::uuid)) desc,
             exists (select from linkedin_alias a where a.owner_id = ${db.owner}::uuid and a.slug = p.person),
             p.person
    limit 1`;
  return self?.person ?? null;
}

/**
 * The owner's e-mail in calendars: the one they sign in with; else the one that is in nearly every entry. Null where
 * neither is there: then nobody counts as invited by the owner.
 */
async function findMailSelf(db: OwnerDb, batchId: string): Promise<string | null> {
  const [self] = await db.$queryRaw<{ key: string }[]>`
    with entries as (
      select count(*) as n from import_row r
      join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and f.kind = 'EVENTS'
        and r.proposed_id is not null
    )
    select p.key
    from import_person p
    cross join lateral (
      select p.key = 'mailto:' || lower(u.email) as is_own from app_user u where u.id = ${db.owner}::uuid) as account
    where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.key like 'mailto:%'
      and (is_own or (p.messages >= 3 and p.messages * 5 >= 4 * (select n from entries)))
    order by is_own desc, p.messages desc, p.key
    limit 1`;
  return self?.key ?? null;
}

export type Self = { self: string | null; mailSelf: string | null };

/**
 * Decides who of them is who. New people become contacts if the owner wrote to them, or an invitation or a note is
 * about them; whoever only wrote and never got an answer stays out. Writing to somebody and inviting them to a meeting is the
 * same. Answers with the owner's own keys.
 */
export async function decidePeople(db: OwnerDb, batchId: string): Promise<Self> {
  const key = { ownerId_id: { ownerId: db.owner, id: batchId } };
  const batch = await db.importBatch.findUniqueOrThrow({ where: key, select: { self: true } });
  const found = (await findSelf(db, batchId)) ?? (await findMailSelf(db, batchId));
  const self = batch.self ?? found;
  if (self && !batch.self) await db.importBatch.update({ where: key, data: { self } });
  const mailSelf = self?.startsWith("mailto:") ? self : await findMailSelf(db, batchId);

  await db.$executeRaw`
    with mine as materialized (
      select array_agg(key) as keys from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and person in (${self}, ${mailSelf})
    ), addressed as materialized (
      select named.key, count(*) as messages
      from import_row r
      cross join unnest(r.people[2:]) as named (key)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.proposed_id is not null
        and r.people[1] = any ((select keys from mine)::text[])
      group by named.key
    ), grouped as materialized (
      select p.person, coalesce(sum(a.messages), 0) as sent, bool_or(p.wanted) as wanted
      from import_person p left join addressed a on a.key = p.key
      where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid
      group by p.person
    ), slugs as materialized (${knownSlugs(db, batchId)}
    ), mails as materialized (
      -- A mailbox may be shared: then it says nothing about who came.
      select 'mailto:' || normalised as key, count(distinct contact_id) as people, min(contact_id::text)::uuid as contact_id
      from (${knownPoints(db, batchId)}) as points where kind = 'EMAIL' group by normalised
    ), named as materialized (
      select p.key, p.key ~ '^(name|urn):' as is_nameless, mails.people > 1 as is_shared,
             coalesce(slugs.contact_id, case when mails.people = 1 then mails.contact_id end) as contact_id,
             search_fold(btrim(p.full_name)) as name
      from import_person p left join slugs on slugs.slug = p.key left join mails on mails.key = p.key
      where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.person = p.key
    ), called as materialized (
      select names.name, count(*) as people, min(names.contact_id::text)::uuid as contact_id,
             bool_and(connected.contact_id is not null) and bool_and(addressed.contact_id is null) as is_bare
      from (${knownNames(db, batchId)}) as names
      left join (select distinct contact_id from (${knownConnections(db, batchId)}) as known) as connected using (contact_id)
      left join (select distinct contact_id from slugs) as addressed using (contact_id)
      where names.name in (select name from named where contact_id is null)
      group by names.name
    ), meant as materialized (
      -- Where one of two files has no addresses, the one contact of the name is meant: a person without an address, or
      -- one with an address who alone bears the name of a connection without.
      select named.key, called.people,
             case when called.people = 1 and (named.is_nameless or (called.is_bare and count(*) over (
                    partition by named.name, named.is_nameless) = 1)) then called.contact_id end as contact_id
      from named join called using (name)
      where named.contact_id is null and named.key not like 'mailto:%'
    ), met as materialized (
      -- With whom an invitation of the file is that is here already, whatever they are called by now.
      select r.people[1] as key, min(v.contact_id::text)::uuid as contact_id
      from import_row r join invitation v on v.owner_id = r.owner_id and v.id = r.proposed_id
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid
      group by r.people[1]
      having count(distinct v.contact_id) = 1
    ), root as (
      select p.key as person, g.sent, g.wanted, p.proposed_id, p.key ~ '^(name|urn):' as is_nameless,
             coalesce(meant.people, 0) as namesakes, coalesce(named.is_shared, false) as is_shared,
             coalesce(named.contact_id, same.id, was.contact_id, met.contact_id, meant.contact_id) as contact_id
      from import_person p
      join grouped g on g.person = p.key
      join named on named.key = p.key
      left join meant on meant.key = p.key
      left join met on met.key = p.key
      left join contact same on same.owner_id = p.owner_id and same.id = p.proposed_id
      left join (${mergedAway(db)}) as was on was.id = p.proposed_id
      where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.person = p.key
    ), judged as (
      select root.*, c.deleted_at is not null as in_trash,
             root.contact_id is null and not is_shared and case when is_nameless then wanted and namesakes = 0 else wanted or sent > 0 end as is_new
      from root left join contact c on c.owner_id = ${db.owner}::uuid and c.id = root.contact_id
    ), decided as (
      select person, sent,
             case when person in (${self}, ${mailSelf}) then null
                  when in_trash then 'SKIPPED' when contact_id is not null then 'MATCHED' when is_new then 'CREATED'
                  else 'SKIPPED' end::import_outcome as outcome,
             case when person in (${self}, ${mailSelf}) then null
                  when in_trash then 'inTrash' when contact_id is not null or is_new then null
                  when is_shared then 'sharedMail' when is_nameless then 'noAddress' else 'stranger' end as reason,
             case when person in (${self}, ${mailSelf}) or in_trash then null
                  when contact_id is not null then contact_id when is_new then proposed_id end as contact_id
      from judged
    )
    update import_person p
    set sent = d.sent, outcome = d.outcome, reason = d.reason, contact_id = d.contact_id
    from decided d
    where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.person = d.person
      and (p.sent, p.outcome, p.reason, p.contact_id) is distinct from (d.sent, d.outcome, d.reason, d.contact_id)`;
  return { self, mailSelf };
}

/** With their addresses in one statement: what triggers keep about a contact is then written once. */
export async function insertPeople(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    with made as materialized (
      select owner_id, contact_id, full_name, key from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED' and key = person
    ), contacts as (
      insert into contact (owner_id, id, full_name) select owner_id, contact_id, full_name from made
    ), mails as (
      insert into contact_point (owner_id, contact_id, kind, value, normalised)
      select owner_id, contact_id, 'EMAIL', substr(key, 8), substr(key, 8) from made where key like 'mailto:%'
    )
    insert into linkedin_alias (owner_id, contact_id, slug)
    select owner_id, contact_id, key from made where key !~ '^(name|urn|mailto):'`;
}
