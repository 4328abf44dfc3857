// Whose data is measured: owners of each size, and many small ones. The same seed as npm run seed.
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import { seedOwner } from "@/prisma/seed/owner";
import { stopRequested } from "../../scripts/command";

export type Measured = { owner: OwnerId; contacts: number };

export async function newOwner(admin: Client): Promise<OwnerId> {
  const { rows } = await admin.query<{ id: OwnerId }>(
    "insert into app_user (email, name, password_hash) values (uuid_v7() || '@example.test', 'Olive Owner', 'none') returning id",
  );
  const [owner] = rows;
  if (!owner) throw new Error("The owner was not written.");
  return owner.id;
}

const copiedAtOnce = 250;

/**
 * Many owners with the same data: the first is seeded, the others get copies of its rows, standings and counts included,
 * past the triggers that would derive them again. So it takes an administrator that is a superuser.
 */
export async function seedMany(
  admin: Client,
  owners: number,
  contacts: number,
  interactions: number,
): Promise<OwnerId[]> {
  const first = await newOwner(admin);
  await seedOwner(first, { contacts, interactions });
  const made = [first];
  await admin.query("set session_replication_role = replica");
  const tables = await ownedTables(admin);
  while (made.length < owners) {
    stopRequested.throwIfAborted();
    const { rows } = await admin.query<{ id: OwnerId }>(
      `insert into app_user (email, name, password_hash)
       select uuid_v7() || '@example.test', 'Olive Owner', 'none' from generate_series(1, $1) returning id`,
      [Math.min(copiedAtOnce, owners - made.length)],
    );
    const ids = rows.map(({ id }) => id).sort();
    for (const { name, columns } of tables) {
      await admin.query(
        `insert into ${name} (owner_id, ${columns}) select copy.owner, ${columns}
         from unnest($1::uuid[]) as copy (owner), ${name} where owner_id = $2 order by copy.owner`,
        [ids, first],
      );
    }
    made.push(...ids);
  }
  await admin.query("reset session_replication_role");
  return made;
}

/** Every table with an owner_id, and its other columns. */
async function ownedTables(admin: Client): Promise<{ name: string; columns: string }[]> {
  const { rows } = await admin.query<{ name: string; columns: string }>(
    `select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname <> 'owner_id'
       and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'owner_id')
     group by 1`,
  );
  return rows;
}

/** As after a night of Postgres' own housekeeping: statistics known, pages marked as visible to all. */
export async function settle(admin: Client): Promise<void> {
  await admin.query("vacuum analyze");
  await admin.query("checkpoint");
}
