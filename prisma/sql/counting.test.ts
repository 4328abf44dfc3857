// What is counted without a scan is what a scan would count, at every moment from now on, whatever happened before.
import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { type History, writeHistory } from "./history";
import { randomHistory } from "./random-history";
import { day } from "./ready";

const database = testDatabase();
const { admin } = database;

type Counts = Record<string, number>;
const countsOf = async (sql: string, owner: string, at: Date): Promise<Counts> => {
  const { rows } = await admin.query<{ reading: string; contacts: number }>(sql, [owner, at]);
  return Object.fromEntries(rows.filter(({ contacts }) => contacts !== 0).map((row) => [row.reading, row.contacts]));
};
const counted = (owner: string, at: Date) =>
  countsOf("select reading, contacts from count_standings($1, $2)", owner, at);
const scanned = (owner: string, at: Date) =>
  countsOf(
    `select reading, count(*)::int as contacts
     from relationship_strength_at($2), unnest(array[
       verdict, band,
       case when warm_until > $2 and warm_until <= $2::timestamptz + interval '504 hours' then 'fading' end,
       case when evidence_until > $2 and evidence_until <= $2::timestamptz + interval '720 hours' then 'lapsing' end
     ]) as reading
     where owner_id = $1 and reading is not null group by 1`,
    owner,
    at,
  );

/** Now, some moments to come, and a moment before and after each at which something of the owner's ends. */
async function moments(owner: string, further: number[]): Promise<Date[]> {
  const { rows } = await admin.query<{ at: Date }>(
    `select distinct edge.at from contact_standing st cross join lateral edges_of(st) edge
     where st.owner_id = $1 and isfinite(edge.at) and edge.at > now() + interval '1 minute'`,
    [owner],
  );
  const around = rows.flatMap(({ at }) => [at.getTime() - 10, at.getTime() + 10]);
  return [Date.now(), ...further.map((days) => Date.now() + days * day), ...around].map((at) => new Date(at));
}

async function expectRightCounts(owner: string, further: number[], when: string) {
  for (const at of await moments(owner, further)) {
    expect(await counted(owner, at), `${when}, at ${at.toISOString()}`).toEqual(await scanned(owner, at));
  }
}

/** What changes many standings at once, or takes them away. */
const changes = {
  "a new policy":
    "insert into policy (owner_id, half_life_days, warm_at) values ($1, 45, 0.5) on conflict (owner_id) do update set half_life_days = 45, warm_at = 0.5",
  "one put in the trash":
    "update contact set deleted_at = now() where (owner_id, id) = (select owner_id, id from contact where owner_id = $1 limit 1)",
  "one connected":
    "update contact set connection_status = 'CONNECTED' where (owner_id, id) = (select owner_id, id from contact where owner_id = $1 and deleted_at is null limit 1)",
  "everybody's interactions gone": "delete from interaction where owner_id = $1",
  "one deleted for good":
    "delete from contact where (owner_id, id) = (select owner_id, id from contact where owner_id = $1 limit 1)",
};

test("counts are what a scan counts, after anything, at any moment to come", async () => {
  const histories: fc.Arbitrary<History> = randomHistory(Date.now());
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { maxLength: 4 }),
      async (history, further) => {
        const owner = await database.newOwner();
        await writeHistory(admin, owner, history);
        await expectRightCounts(owner, further, "written");
        for (const [what, sql] of Object.entries(changes)) {
          await admin.query(sql, [owner]);
          await expectRightCounts(owner, further, what);
        }
        await admin.query("delete from app_user where id = $1", [owner]);
      },
    ),
    { numRuns: 25 },
  );
});

test("hours that are over are joined with the owner's next write, and count as before", async () => {
  const owner = await database.newOwner();
  await admin.query(
    `insert into standing_tally select $1, date_trunc('hour', now()) + away * interval '1 hour', 'READY', 1
     from unnest(array[-90, -9, -5, 7]) as away`,
    [owner],
  );
  expect(await counted(owner, new Date())).toEqual({ READY: 3 });
  await admin.query("insert into contact (owner_id, full_name) values ($1, 'Ada')", [owner]);
  expect(await counted(owner, new Date())).toEqual({ READY: 3, BUILDING: 1, cold: 1 });
  const { rows } = await admin.query<{ hours: number; contacts: number }>(
    `select count(*)::int as hours, sum(contacts)::int as contacts from standing_tally where owner_id = $1 and reading = 'READY'`,
    [owner],
  );
  expect(rows).toEqual([{ hours: 2, contacts: 4 }]);
});

test("who comes as another goes is counted, and so is their going", async () => {
  const owner = await database.newOwner();
  const expires = new Date(Date.now() + 40 * day);
  // In one statement: one is blocked until a moment, the other from then on something else; their edges cancel.
  await admin.query("insert into contact (owner_id, full_name) values ($1, 'Ada'), ($1, 'Ben')", [owner]);
  await admin.query("update contact set do_not_connect = (full_name = 'Ada') where owner_id = $1", [owner]);
  await admin.query("update contact set do_not_connect = (full_name = 'Ben') where owner_id = $1", [owner]);
  await admin.query("delete from contact where owner_id = $1 and full_name = 'Ada'", [owner]);
  expect(await counted(owner, expires)).toEqual(await scanned(owner, expires));
  expect(await counted(owner, new Date())).toEqual({ BLOCKED: 1, cold: 1 });
});
