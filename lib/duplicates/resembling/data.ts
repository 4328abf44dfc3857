// Who may be meant already: by somebody who is just being typed, or by a contact on its own page.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { readKnown } from "../scan/data";
import type { Reason, Resembling } from "../schema";
import { type Known, traitsOf } from "../traits";

/** The contacts most like somebody known so far, at most `limit`; `id` is their own, if they are a contact. */
export async function findResembling(
  db: OwnerDb,
  known: Known,
  { id = null, limit = 3 }: { id?: string | null; limit?: number } = {},
): Promise<Resembling[]> {
  const { names, reach, ...traits } = traitsOf(known);
  if (names.length + reach.length === 0) return [];
  const found = await db.$queryRaw<(Omit<Resembling, "reasons"> & { reasons: string[] })[]>`
    select c.id, c.full_name as "fullName", c.company, f.score, f.reasons
    from find_resembling(
      ${JSON.stringify({ ...traits, contact_id: id })}::jsonb
        || jsonb_build_object('keys', duplicate_keys(${names}::text[], ${reach}::text[])), ${limit}::int) f
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = f.contact_id
    where not exists (
      select from duplicate_pair p where p.owner_id = c.owner_id and p.distinct_at is not null
        and p.contact_id = least(c.id, ${id}::uuid) and p.other_id = greatest(c.id, ${id}::uuid))
    order by f.score desc, c.id`;
  return found.map((one) => ({ ...one, reasons: one.reasons as Reason[] }));
}

/** Who may be meant by a whole name, none of those found by it aside: written otherwise, or a form of theirs. */
export async function findAlike(db: OwnerDb, name: string, aside: { id: string }[], limit = 3): Promise<Resembling[]> {
  if (!/\S\s+\S/.test(name)) return [];
  const known = { fullName: name, company: null, emails: [], phones: [], links: [], slugs: [] };
  const found = await findResembling(db, known, { limit: limit + aside.length });
  return found.filter(({ id, score }) => score >= 40 && !aside.some((other) => other.id === id)).slice(0, limit);
}

/** Contacts that may be the same person as this one: as the look has found them, or, before it has come by, as it will. */
export async function listResembling(db: OwnerDb, id: string, limit = 3): Promise<Resembling[]> {
  const isWaiting = await db.duplicateQueue.count({ where: { ownerId: db.owner, contactId: id } });
  if (isWaiting) {
    const [known] = await readKnown(db, [id]);
    const found = known ? await findResembling(db, known, { id, limit }) : [];
    return found.filter(({ score }) => score >= 50);
  }
  const found = await db.$queryRaw<(Omit<Resembling, "reasons"> & { reasons: string[] })[]>`
    select c.id, c.full_name as "fullName", c.company, p.score, p.reasons
    from (
      select other_id as id, score, reasons from duplicate_pair
      where owner_id = ${db.owner}::uuid and contact_id = ${id}::uuid and distinct_at is null
      union all
      select contact_id, score, reasons from duplicate_pair
      where owner_id = ${db.owner}::uuid and other_id = ${id}::uuid and distinct_at is null
    ) p
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = p.id and c.deleted_at is null
    order by p.score desc, c.id limit ${limit}`;
  return found.map((one) => ({ ...one, reasons: one.reasons as Reason[] }));
}

/**
 * As listResembling, for many contacts at once and by their names alone: pairs of one of them and another contact, the
 * likeliest first.
 */
export async function resemblingOf(db: OwnerDb, ids: string[]): Promise<{ of: string; id: string }[]> {
  const waiting = await db.duplicateQueue.findMany({
    where: { ownerId: db.owner, contactId: { in: ids } },
    select: { contactId: true },
  });
  const known =
    waiting.length > 0
      ? await readKnown(
          db,
          waiting.map(({ contactId }) => contactId),
        )
      : [];
  const traits = known.map(({ id, ...one }) => ({ contact_id: id, ...traitsOf(one) }));
  return db.$queryRaw<{ of: string; id: string }[]>`
    select pair.of, pair.id
    from (
      select d.contact_id as of, d.other_id as id, d.score, d.reasons from duplicate_pair d
      where d.owner_id = ${db.owner}::uuid and d.contact_id = any (${ids}::uuid[])
      union all
      select d.other_id, d.contact_id, d.score, d.reasons from duplicate_pair d
      where d.owner_id = ${db.owner}::uuid and d.other_id = any (${ids}::uuid[])
      union all
      select (t.value ->> 'contact_id')::uuid, f.contact_id, f.score, f.reasons
      from jsonb_array_elements(${JSON.stringify(traits)}::jsonb) t
      cross join lateral find_resembling(
        t.value || jsonb_build_object('keys', duplicate_keys(
          array(select jsonb_array_elements_text(t.value -> 'names')), array(select jsonb_array_elements_text(t.value -> 'reach')))), 3) f
      where f.score >= 50
    ) pair
    where not pair.reasons <@ '{company,email,phone,profile}'::text[]
    order by pair.score desc, pair.id`;
}
