// The database after all migrations holds what relationship_strength.sql says: everything the file makes is dropped
// and made again from the file, and nothing in the database has changed.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PoolClient } from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";

const database = testDatabase();

/** Every function, trigger, view, constraint and index of the schema as Postgres words it, with who may use it. */
async function definitions(client: PoolClient): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    with ours as (
      select p.* from pg_proc p where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    )
    select 'function ' || oid::regprocedure as name, pg_get_functiondef(oid) || coalesce(proacl::text, '') as definition from ours
    union all
    select 'trigger ' || tgname || ' on ' || tgrelid::regclass, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all
    select 'view ' || oid::regclass, pg_get_viewdef(oid) || coalesce(reloptions::text, '') || coalesce(relacl::text, '')
    from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
    union all
    select 'constraint ' || conname || ' on ' || conrelid::regclass, pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
    union all
    select 'index ' || indexname, indexdef from pg_indexes where schemaname = 'public'`);
  return Object.fromEntries(rows.map(({ name, definition }) => [name, definition]));
}

/** Names after "create function", "create view" or "add constraint" in the file. */
const named = (sql: string, words: string) =>
  [...sql.matchAll(new RegExp(`^\\s*${words} (\\w+)`, "gm"))].map(([, name]) => name);

test("the migrated database holds exactly what the readable file says", async () => {
  const sql = await readFile(join(import.meta.dirname, "relationship_strength.sql"), "utf8");
  const functions = named(sql, "create function");
  expect(functions).toContain("refresh_standing");
  const client = await database.admin.connect();
  try {
    await client.query("begin");
    const migrated = await definitions(client);
    for (const name of named(sql, "create view")) await client.query(`drop view ${name}`);
    for (const name of functions) await client.query(`drop function ${name} cascade`);
    for (const name of named(sql, "add constraint"))
      await client.query(`alter table interaction drop constraint ${name}`);
    const stripped = await definitions(client);
    await client.query(sql);
    expect(await definitions(client)).toEqual(migrated);
    expect(Object.keys(migrated).length - Object.keys(stripped).length).toBeGreaterThan(functions.length + 20);
  } finally {
    await client.query("rollback");
    client.release();
  }
});
