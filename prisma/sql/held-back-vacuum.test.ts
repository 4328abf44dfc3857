// While somebody's old snapshot keeps vacuum from the standings, their indexes are full of what was. Counting still reads the few
// that change within the hour.
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";

const database = testDatabase();
const { admin } = database;

test("verdicts are counted from a few standings all the same", async () => {
  const owner = await database.newOwner();
  const held = await database.app.connect();
  const client = await database.app.connect();
  try {
    await held.query("begin isolation level repeatable read");
    await held.query("select 1 from contact");
    await admin.query(
      "insert into contact (owner_id, full_name) select $1, 'Contact ' || n from generate_series(1, 4000) n",
      [owner],
    );
    await admin.query(
      `with met as (
         insert into interaction (owner_id, kind, occurred_at)
         select $1, 'IN_PERSON', now() - n * interval '72 minutes' from generate_series(1, 8000) n returning id
       )
       insert into interaction_contact (owner_id, interaction_id, contact_id)
       select $1, met.id, c.id
       from (select id, row_number() over () as n from met) met
       join (select id, row_number() over () as n from contact where owner_id = $1) c on c.n = met.n % 4000 + 1`,
      [owner],
    );
    await admin.query("update contact set notes = 'Once more' where owner_id = $1", [owner]);
    // Other owners, so that this one is a small part of what the statistics know.
    await admin.query(
      `with owner as (
         insert into app_user (email, name, password_hash)
         select n || '@held.example', 'Owner', 'none' from generate_series(1, 500) n returning id
       )
       insert into contact (owner_id, full_name) select id, 'Ben' from owner, generate_series(1, 10)`,
    );
    await admin.query("vacuum analyze");

    const readSoFar = async () => {
      const { rows } = await client.query<{ read: number }>(
        "select idx_tup_fetch::int as read from pg_stat_xact_user_tables where relname = 'contact_standing'",
      );
      return rows[0]?.read ?? 0;
    };
    await client.query("begin");
    await client.query("select set_config('app.owner_id', $1, true)", [owner]);
    const before = await readSoFar();
    await client.query("select * from count_standings(current_owner(), now())");
    const read = (await readSoFar()) - before;
    await client.query("rollback");
    expect(read).toBeLessThan(200); // of 4,000
  } finally {
    await held.query("rollback");
    held.release();
    client.release();
  }
});
