// Looking for duplicates: first what each contact is recognised by, then who is alike. The queue is filled by triggers.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { type Known, traitsOf } from "../traits";

/** One scan an owner at a time, to its transaction's end. */
export async function lockScan(db: OwnerDb): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`duplicates of ${db.owner}`}, 0))::text`;
}

/**
 * Makes the traits of the next contacts in the queue, those after `after`; answers with the last one's id, null where
 * there are no more. Contacts somebody is just writing are passed over: they stay in the queue.
 */
export async function makeTraits(db: OwnerDb, after: string | null, most: number): Promise<string | null> {
  const waiting = await db.$queryRaw<{ id: string }[]>`
    select contact_id as id from duplicate_queue
    where owner_id = ${db.owner}::uuid and not ready and (${after}::uuid is null or contact_id > ${after}::uuid)
    order by contact_id limit ${most} for update skip locked`;
  const last = waiting.at(-1)?.id;
  if (!last) return null;
  // Nor is anybody waited for who is being deleted: an import that is undone would wait for the queue in turn.
  const there = await db.$queryRaw<{ id: string }[]>`
    select id from contact where owner_id = ${db.owner}::uuid and id = any (${waiting.map(({ id }) => id)}::uuid[])
    for key share skip locked`;
  const ids = there.map(({ id }) => id);
  const contacts = await readKnown(db, ids);
  const rows = contacts.map(({ id, ...known }) => ({ contact_id: id, ...traitsOf(known) }));
  await db.$executeRaw`
    insert into duplicate_trait as t (owner_id, contact_id, name, words, given, family, sound, latin, company, emails, phones, slugs, profiles, keys)
    select ${db.owner}::uuid, contact_id, name, words, given, family, sound, latin, company, emails, phones, slugs, profiles,
      duplicate_keys(names, reach)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      contact_id uuid, name text, words text, given text[], family text, sound text, latin boolean, company text,
      emails text[], phones text[], slugs text[], profiles text[], names text[], reach text[])
    on conflict (owner_id, contact_id) do update set
      name = excluded.name, words = excluded.words, given = excluded.given, family = excluded.family, sound = excluded.sound,
      latin = excluded.latin, company = excluded.company, emails = excluded.emails, phones = excluded.phones,
      slugs = excluded.slugs, profiles = excluded.profiles, keys = excluded.keys`;
  await db.$executeRaw`
    update duplicate_queue q set ready = true
    from unnest(${ids}::uuid[]) as made (id)
    where q.owner_id = ${db.owner}::uuid and q.contact_id = made.id`;
  return last;
}

/** What is written about these contacts that they may be recognised by. */
export async function readKnown(db: OwnerDb, ids: string[]): Promise<(Known & { id: string })[]> {
  return db.$queryRaw<(Known & { id: string })[]>`
    select c.id, c.full_name as "fullName", c.company, p.emails, p.phones, p.links, a.slugs
    from unnest(${ids}::uuid[]) as asked (id)
    cross join lateral ( -- one by one: a join is planned badly just after an import
      select * from contact where owner_id = ${db.owner}::uuid and id = asked.id limit 1
    ) c
    cross join lateral (
      select coalesce(array_agg(value) filter (where kind = 'EMAIL'), '{}') as emails,
        coalesce(array_agg(value) filter (where kind = 'PHONE'), '{}') as phones,
        coalesce(array_agg(value) filter (where kind = 'URL'), '{}') as links
      from contact_point where owner_id = c.owner_id and contact_id = c.id
    ) p
    cross join lateral (
      select coalesce(array_agg(slug), '{}') as slugs from linkedin_alias where owner_id = c.owner_id and contact_id = c.id
    ) a`;
}

/** Compares those whose traits are made with everybody, and writes the pairs found. */
export async function pairReady(db: OwnerDb): Promise<void> {
  await db.$executeRaw`select pair_waiting()`;
}

/** How many contacts are still to be looked at. */
export async function countWaiting(db: OwnerDb): Promise<number> {
  return db.duplicateQueue.count({ where: { ownerId: db.owner } });
}
