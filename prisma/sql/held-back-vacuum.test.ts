// While somebody's old snapshot keeps vacuum from the standings, their indexes are full of what was. Counting still reads the few
// that change within the hour.
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { readingOf } from "@/lib/testing/reading";
import { addManyMeetings } from "./many-meetings";

const database = testDatabase();
const { admin } = database;

test("verdicts are counted from a few standings all the same", async () => {
  const owner = await database.newOwner();
  const held = await database.app.connect();
  try {
    await held.query("begin isolation level repeatable read");
    await held.query("select 1 from contact");
    await admin.query(
      "insert into contact (owner_id, full_name) select $1, 'Contact ' || n from generate_series(1, 4000) n",
      [owner],
    );
    await addManyMeetings(admin, owner);
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
    const { throughout, rows } = await readingOf(
      owner,
      ["contact_standing"],
      (db) => db.$queryRaw`select * from count_standings(${owner}::uuid, now())`,
    );
    expect(throughout).toEqual([]);
    expect(rows).toBeLessThan(200); // of 4,000
  } finally {
    await held.query("rollback");
    held.release();
  }
});
