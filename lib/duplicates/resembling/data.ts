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

/** Contacts that may be the same person as this one. */
export async function listResembling(db: OwnerDb, id: string): Promise<Resembling[]> {
  const [known] = await readKnown(db, [id]);
  const found = known ? await findResembling(db, known, { id }) : [];
  return found.filter(({ score }) => score >= 50);
}
