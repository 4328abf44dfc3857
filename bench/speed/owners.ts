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

/** Whose rows take turns in the tables. */
const copiedAtOnce = 250;

/**
 * Many owners with the same data: the first is seeded, the others get copies of its rows, standings and counts included,
 * past the triggers that would derive them again. So it takes an administrator that is a superuser.
 *
 * The rows of 250 owners take turns, in the order in which the first's were written, as those of people who use Vouch over
 * the same years do: each on another page. Indexes that no key needs are made when all rows are there.
 */
export async function seedMany(
  admin: Client,
  owners: number,
  contacts: number,
  interactions: number,
  onProgress: (made: number) => void = () => {},
): Promise<OwnerId[]> {
  const first = await newOwner(admin);
  await seedOwner(first, { contacts, interactions });
  const made = [first];
  if (owners === 1) return made;
  await admin.query("set session_replication_role = replica");
  await admin.query("set synchronous_commit = off");
  await admin.query("set work_mem = '256MB'"); // a batch is put in order
  await admin.query("set maintenance_work_mem = '1GB'");
  const tables = await ownedTables(admin);
  const indexes = await dropIndexes(admin);
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
         from unnest($1::uuid[]) as copy (owner), ${name} as original
         where owner_id = $2 order by original.ctid, copy.owner`,
        [ids, first],
      );
    }
    made.push(...ids);
    onProgress(made.length);
  }
  for (const index of indexes) {
    stopRequested.throwIfAborted();
    await admin.query(index);
  }
  for (const setting of ["session_replication_role", "synchronous_commit", "work_mem", "maintenance_work_mem"]) {
    await admin.query(`reset ${setting}`);
  }
  await expectTheSame(admin, tables, first, made.at(-1) as OwnerId);
  return made;
}

type Table = { name: string; columns: string };

/** Every table with an owner_id, and its other columns. */
async function ownedTables(admin: Client): Promise<Table[]> {
  const { rows } = await admin.query<Table>(
    `select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname <> 'owner_id'
       and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'owner_id')
     group by 1`,
  );
  return rows;
}

/** Drops the indexes of owned tables that belong to no constraint; answers with what makes them again. */
async function dropIndexes(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; sql: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as sql
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and not i.indisunique
       and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'owner_id')`,
  );
  for (const { name } of rows) await admin.query(`drop index ${name}`);
  return rows.map(({ sql }) => sql);
}

/** Throws where a copy isn't what was copied, row by row. */
async function expectTheSame(admin: Client, tables: Table[], first: OwnerId, copy: OwnerId): Promise<void> {
  for (const { name, columns } of tables) {
    const { rows } = await admin.query<{ same: boolean }>(
      `select count(distinct hash) = 1 and count(*) = 2 as same from (
         select md5(string_agg(row (${columns})::text, e'\n' order by row (${columns})::text)) as hash
         from unnest(array[$1, $2]::uuid[]) as of (owner) left join ${name} on owner_id = of.owner group by of.owner
       ) as each`,
      [first, copy],
    );
    if (!rows[0]?.same) throw new Error(`The copy of ${name} isn't what was copied.`);
  }
}

/** As after a night of Postgres' own housekeeping: statistics known, pages marked as visible to all. */
export async function settle(admin: Client): Promise<void> {
  await admin.query("vacuum analyze");
  await admin.query("checkpoint");
}
