// One owner never sees another's rows, whatever is asked: held by the database, for every owned table there is.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { writeHistory } from "./sql/history";
import { readyHistory } from "./sql/ready";

const database = testDatabase();
const { admin, app } = database;

const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await admin.query<Row>(sql, values)).rows;

/** Every table with an owner_id. */
const ownedTables = () =>
  rows<{ name: string; oid: number }>(`
    select c.relname as name, c.oid from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);

/** Names of an array of column numbers, in its order. */
const columnNames = (relation: string, numbers: string) => `
  array(select a.attname::text from unnest(${numbers}) with ordinality as key (number, place)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = key.number order by place)`;

test("row-level security is enabled and forced on every owned table, with one policy for all commands", async () => {
  const tables = await ownedTables();
  expect(tables.length).toBeGreaterThan(18);
  const secured = await rows(
    `
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      (select bool_and(p.polcmd = '*' and pg_get_expr(p.polqual, c.oid) = '(owner_id = current_owner())'
        and pg_get_expr(p.polwithcheck, c.oid) = '(owner_id = current_owner())') from pg_policy p where p.polrelid = c.oid) as by_owner
    from pg_class c where c.oid = any($1) order by 1`,
    [tables.map(({ oid }) => oid)],
  );
  expect(secured).toEqual(
    tables.map(({ name }) => ({ name, enabled: true, forced: true, policies: 1, by_owner: true })),
  );
});

test("every view asks with the rights of who reads it", async () => {
  const views = await rows(
    "select relname, reloptions from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace",
  );
  expect(views).toEqual([{ relname: "relationship_strength", reloptions: ["security_invoker=true"] }]);
});

test("every key and index of an owned table starts with owner_id", async () => {
  const indexes = await rows<{ name: string; columns: string[] }>(
    `
    select i.indexrelid::regclass::text as name, ${columnNames("i.indrelid", "i.indkey::int2[]")} as columns
    from pg_index i where i.indrelid = any($1) order by 1`,
    [(await ownedTables()).map(({ oid }) => oid)],
  );
  expect(indexes.filter(({ columns }) => columns[0] !== "owner_id")).toEqual([]);
  expect(indexes.length).toBeGreaterThan(40);
});

test("every reference between owned tables carries the owner", async () => {
  const owned = (await ownedTables()).map(({ oid }) => oid);
  const references = await rows<{ name: string; columns: string[]; to: string[]; owned: boolean }>(
    `
    select conname as name, ${columnNames("conrelid", "conkey")} as columns, ${columnNames("confrelid", "confkey")} as "to",
      confrelid = any($1) as owned
    from pg_constraint where contype = 'f' and conrelid = any($1)`,
    [owned],
  );
  const between = references.filter((reference) => reference.owned);
  expect(between.length).toBeGreaterThan(14);
  expect(between.filter(({ columns, to }) => columns[0] !== "owner_id" || to[0] !== "owner_id")).toEqual([]);
  expect(references.filter((reference) => !reference.owned && reference.columns.join() !== "owner_id")).toEqual([]);
});

test("a reference to another owner's contact is refused, from every table that has one", async () => {
  const [mine, theirs] = [await database.newOwner(), await database.newOwner()];
  const other = readyHistory();
  await writeHistory(admin, theirs, other.history);
  const needed: Record<string, string> = {
    contact_point: "kind, value, normalised) values ('URL', 'x', 'x'",
    linkedin_alias: "slug) values ('x'",
    contact_tag: `tag_id) values ('${randomUUID()}'`,
    contact_search: "sort_name, document) values ('x', 'x'",
    interaction_contact: `interaction_id) values ('${randomUUID()}'`,
    mention: `interaction_id) values ('${randomUUID()}'`,
    credential_check: "kind, finding) values ('EXPERTISE', 'SUPPORTS'",
    assessment: "goal) values ('x'",
    support_act: "direction, kind) values ('GIVEN', 'ADVICE'",
    invitation: "direction, status) values ('OUTGOING', 'DRAFT'",
    recommendation: "direction) values ('GIVEN'",
    follow_up: "title, due_on) values ('x', now()",
    contact_standing: "two_way_days) values (1",
    duplicate_trait: `name, words, given, family, sound, latin, company, emails, phones, slugs, profiles, keys)
      values ('', '', '{}', '', '', true, '', '{}', '{}', '{}', '{}', '{}'`,
    duplicate_queue: "ready) values (false",
    duplicate_pair: "other_id, score, reasons) values ('ffffffff-ffff-7fff-bfff-ffffffffffff', 50, '{}'",
    contact_merge: "absorbed_ids, absorbed_names) values ('{}', '{}'",
    import_missing: `batch_id) values ('${randomUUID()}'`,
    linkedin_fact: "company) values ('x'",
    intro_test: "answer) values ('NO'",
    removal: "reason) values ('x'",
    queue_choice: "reason) values ('x'",
    cadence: "every) values (null",
    touch_put_off: "until) values (now()",
    touch_due: "by) values ('WARMTH'",
  };
  const references = await rows<{ table: string }>(`
    select distinct conrelid::regclass::text as table from pg_constraint where contype = 'f' and confrelid = 'contact'::regclass order by 1`);
  expect(references.map(({ table }) => table).sort()).toEqual(Object.keys(needed).sort());
  for (const [table, rest] of Object.entries(needed)) {
    const sql = `insert into ${table} (owner_id, contact_id, ${rest.replace("values (", "values ($1, $2, ")})`;
    await expect(admin.query(sql, [mine, other.id]), table).rejects.toMatchObject({ code: "23503" });
  }
});

test("without an owner named, or with a wrong one, no owned table or view shows or takes a row", async () => {
  const owner = await database.newOwner();
  await writeHistory(admin, owner, readyHistory().history);
  const client = await app.connect();
  const sources = [...(await ownedTables()).map(({ name }) => name), "relationship_strength"];
  for (const named of ["", randomUUID()]) {
    await client.query("select set_config('app.owner_id', $1, false)", [named]);
    for (const source of sources) {
      expect((await client.query(`select from ${source}`)).rowCount, source).toBe(0);
    }
    await expect(
      client.query("insert into contact (owner_id, id, full_name) values ($1, uuid_v7(), 'Ada')", [owner]),
    ).rejects.toMatchObject({ code: "42501" });
  }
  await client.query("select set_config('app.owner_id', '', false)");
  client.release();
});

test("the application's role owns nothing and can't step around row-level security", async () => {
  const login = new URL(database.appUrl).username;
  const roles = await rows(
    `
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      exists (select from pg_class where relowner = r.oid) or exists (select from pg_proc where proowner = r.oid) as owns
    from pg_roles r where rolname in ('vouch_app', $1)`,
    [login],
  );
  const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: false };
  expect(roles).toEqual([none, none]);
  expect(await rows("select pg_has_role($1, 'vouch_app', 'member') as member", [login])).toEqual([{ member: true }]);
});

test("what happened stays happened: the application can't change the log, nor the standings and their counts", async () => {
  const granted = await rows(`
    select table_name as table, array_agg(privilege_type::text order by privilege_type) as may
    from information_schema.role_table_grants
    where grantee = 'vouch_app' and table_name in ('audit_event', 'contact_standing', 'standing_tally') group by 1 order by 1`);
  expect(granted).toEqual([
    { table: "audit_event", may: ["INSERT", "SELECT"] },
    { table: "contact_standing", may: ["SELECT"] },
    { table: "standing_tally", may: ["SELECT"] },
  ]);
});
