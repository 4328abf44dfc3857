// What the palette asks while somebody types is looked up: rows are read by index, and few of them, however many there are.
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";

const database = testDatabase();
let client: PoolClient;

beforeAll(async () => {
  const owner = await database.newOwner();
  await database.admin.query(
    `insert into contact (owner_id, full_name, company)
     select $1, 'Nora ' || chr(65 + n % 26) || md5(n::text), 'Works ' || md5((n % 900)::text) from generate_series(1, 4000) n`,
    [owner],
  );
  await database.admin.query(
    `insert into interaction (owner_id, kind, occurred_at, notes)
     select $1, 'CALL', now() - n * interval '1 hour', 'Spoke of ' || md5(n::text) || case when n % 1000 = 0 then ' zeppelins' else '' end
     from generate_series(1, 6000) n`,
    [owner],
  );
  await database.admin.query("insert into contact (owner_id, full_name) values ($1, 'Nadia Petrov')", [owner]);
  await database.admin.query("vacuum analyze");
  client = await database.app.connect();
  await client.query("select set_config('app.owner_id', $1, false)", [owner]);
});
afterAll(() => client.release());

/** What this connection has read so far and not yet told: whole tables, and rows by index. */
async function readSoFar() {
  const { rows } = await client.query<{ scans: number; read: number }>(
    `select sum(seq_scan)::int as scans, sum(idx_tup_fetch)::int as read from pg_stat_xact_user_tables
     where relname in ('contact', 'contact_search', 'contact_standing', 'interaction')`,
  );
  return rows[0] ?? { scans: 0, read: 0 };
}

/** What a call reads, and how many rows it answers with. */
async function reading(call: string) {
  await client.query("begin");
  const before = await readSoFar();
  const { rowCount } = await client.query(`select * from ${call}`);
  const after = await readSoFar();
  await client.query("rollback");
  return { found: rowCount, scans: after.scans - before.scans, read: after.read - before.read };
}

test.each([
  ["a name", "find_people('{petr}', 8)", 1, 20],
  ["a name with a slip", "find_people('{petrof}', 8)", 1, 20],
  ["a name nobody has", "find_people('{zyxwvq}', 8)", 0, 20],
  ["what a name may be meant for", "find_names_like('{%petro_v%,%ptero%}', 100)", 0, 20],
  ["a company nobody works for", "find_companies('{zyxwvq}', 3)", 0, 20],
  ["one of a few notes", "find_interactions('{zepp}', 4)", 4, 1_100],
  ["a word in no note", "find_interactions('{zyxwvq}', 4)", 0, 1_100],
])("%s is looked up", async (_, call, found, most) => {
  const answer = await reading(call);
  expect(answer).toMatchObject({ found, scans: 0 });
  expect(answer.read).toBeLessThanOrEqual(most);
});

test("of a name that everybody has a bounded number is looked at", async () => {
  const answer = await reading("find_people('{nora}', 8)");
  expect(answer).toMatchObject({ found: 8, scans: 0 });
  expect(answer.read).toBeLessThan(1_500); // of 4,001: some two hundred, asked about in three tables, and as many of the strongest as are shown
});
