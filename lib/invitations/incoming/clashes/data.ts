// Whose name somebody else on record has, or nearly: whoever invites may pretend to be them.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { resemblingOf } from "@/lib/duplicates/resembling/data";
import type { Known } from "../schema";

type Clash = { other: Known; address: "other" | "none" };

/**
 * For each sender the likeliest other contact of the same or a similar name. The same name is found at once; a similar one
 * as the look for duplicates finds it. Of whom the owner said that they are two people, nothing is said.
 */
export async function getClashes(db: OwnerDb, senders: { contactId: string }[]): Promise<Map<string, Clash>> {
  const ids = senders.map(({ contactId }) => contactId);
  const same = await db.$queryRaw<{ of: string; id: string }[]>`
    select asked.id as of, other.contact_id as id
    from unnest(${ids}::uuid[]) as asked (id)
    cross join lateral (
      select s.sort_name from contact_search s where s.owner_id = ${db.owner}::uuid and s.contact_id = asked.id offset 0
    ) mine
    cross join lateral (
      select named.contact_id from (
        -- by the name (offset 0): in the order of their ids it would go past everybody
        select s.contact_id from contact_search s
        where s.owner_id = ${db.owner}::uuid and s.sort_name = mine.sort_name and s.contact_id <> asked.id offset 0
      ) named
      order by named.contact_id limit 3
    ) other`;
  const alike = await resemblingOf(db, ids);
  const pairs = [...same, ...alike];
  if (pairs.length === 0) return new Map();
  // Connections first: they are who is worth pretending to be.
  const rows = await db.$queryRaw<{ of: string; id: string; fullName: string; hasAddress: boolean }[]>`
    select pair.of, c.id, c.full_name as "fullName",
      exists (select from linkedin_alias a where a.owner_id = c.owner_id and a.contact_id = c.id) as "hasAddress"
    from unnest(${pairs.map(({ of }) => of)}::uuid[], ${pairs.map(({ id }) => id)}::uuid[]) with ordinality as pair (of, id, place)
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = pair.id and c.deleted_at is null
    where not exists (
      select from duplicate_pair d
      where d.owner_id = c.owner_id and d.contact_id = least(pair.of, pair.id) and d.other_id = greatest(pair.of, pair.id)
        and d.distinct_at is not null)
    order by c.connection_status = 'CONNECTED' desc, pair.place`;
  const clashes = new Map<string, Clash>();
  for (const { of, id, fullName, hasAddress } of rows) {
    if (!clashes.has(of)) clashes.set(of, { other: { id, fullName }, address: hasAddress ? "other" : "none" });
  }
  return clashes;
}
