// What stands beside every page, and what Today and the review of connections count, is counted from what it is about: nobody
// reads all of an owner's contacts for it.
import { beforeAll, expect, test } from "vitest";
import { getNetwork } from "@/lib/connections/network/data";
import { countRemovals } from "@/lib/connections/removal/data";
import type { OwnerDb, OwnerId } from "@/lib/db";
import { countOwed, listOwed } from "@/lib/recommendations/ledger/data";
import { testDatabase } from "@/lib/testing/database";
import { readingOf } from "@/lib/testing/reading";
import { getCounts } from "./data";

const { admin, newOwner } = testDatabase();
const [contacts, few] = [6000, 600];
let owner: OwnerId;

beforeAll(async () => {
  owner = await newOwner();
  await admin.query(
    `insert into contact (owner_id, full_name, connection_status, connected_on, deleted_at)
     select $1, 'Contact ' || n, 'CONNECTED', date '2024-01-01' + n % 600, case when n % 1000 = 0 then now() end
     from generate_series(1, ${contacts}) n`,
    [owner],
  );
  const some = `(select id, row_number() over (order by id) as n from contact where owner_id = $1 order by id limit ${few}) c`;
  await admin.query(
    `insert into recommendation (owner_id, contact_id, direction, status)
     select $1, id, 'GIVEN', (array['REQUESTED', 'IDEA'])[1 + n % 2]::recommendation_status from ${some}`,
    [owner],
  );
  await admin.query(`insert into removal (owner_id, contact_id) select $1, id from ${some}`, [owner]);
  await admin.query(
    `insert into assessment (owner_id, contact_id, wants_to_deepen, i_believe, they_believe, synergy, would_introduce,
       common_ground, goal, can_say)
     select owner_id, id, 'YES', 'YES', 'YES', 'YES', 'YES', '{Tides,Chess}', 'A talk', 'On time' from contact where owner_id = $1`,
    [owner],
  );
  await admin.query("vacuum analyze");
  const { rows } = await admin.query(
    "select count(vouched_until)::int as n from contact_standing where owner_id = $1",
    [owner],
  );
  expect(rows[0].n).toBeGreaterThan(contacts / 2); // or nobody would be asked about
}, 60_000);

const reading = (work: (db: OwnerDb) => Promise<unknown>, ...tables: string[]) => readingOf(owner, tables, work);

test("the rail looks at nobody who isn't in the trash", async () => {
  const { throughout, rows } = await reading(getCounts, "contact", "contact_standing");
  expect(throughout).toEqual([]);
  expect(rows).toBeLessThan(50);
});

test("what is owed is counted from the recommendations alone, and says only their people", async () => {
  expect((await reading(countOwed, "contact")).rows).toBeLessThan(50);
  expect((await reading((db) => listOwed(db, "UTC", { limit: 3 }), "contact")).throughout).toEqual([]);
});

test("who is to be removed is looked up one by one", async () => {
  const { throughout, rows } = await reading(countRemovals, "contact");
  expect(throughout).toEqual([]);
  expect(rows).toBeLessThanOrEqual(few);
});

test("the picture of the network starts from assessments that nobody touched, of which there are none", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const { throughout, rows } = await reading((db) => getNetwork(db, today, "UTC"), "assessment", "contact_standing");
  expect(throughout).toEqual([]);
  expect(rows).toBe(0);
});
