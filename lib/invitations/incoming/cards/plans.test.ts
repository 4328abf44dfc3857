// However many contacts and invitations there are, a page of cards reads only what belongs to its own: by index, no table
// from end to end.
import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { countInvitations } from "../../lists/data";
import { batchSize, listIncoming } from "./data";

const database = testDatabase();
const { admin } = database;
const contacts = 20_000;
const invitations = 2_000;
let owner: OwnerId;

beforeAll(async () => {
  owner = await database.newOwner();
  const insert = (sql: string) => admin.query(sql, [owner]);
  await insert(
    `insert into contact (owner_id, full_name, company, how_we_met, connection_status)
     select $1, (array['Ann','Bob','Cem','Dee'])[n % 4 + 1] || ' ' || md5((n / 2)::text), 'Company ' || n % 400,
       'Through Ann ' || md5(n::text), (case when n <= ${invitations} then 'RECEIVED' else 'NONE' end)::connection_status
     from generate_series(1, ${contacts}) n`,
  );
  await insert(
    `insert into invitation (owner_id, contact_id, direction, status, note, sent_at)
     select owner_id, id, 'INCOMING', 'RECEIVED', 'Hello ' || (random() * 100)::int, now() - random() * interval '300 days'
     from contact where owner_id = $1 and connection_status = 'RECEIVED'`,
  );
  await insert(
    `insert into duplicate_trait (owner_id, contact_id, name, words, given, family, sound, latin, company, emails, phones, slugs, profiles, keys)
     select owner_id, id, full_name, full_name, '{}', '', '', true, lower(company), '{}', '{}', '{}', '{}', '{}' from contact where owner_id = $1`,
  );
  await insert(
    `with met as (
       insert into interaction (owner_id, kind, occurred_at)
       select $1, 'IN_PERSON', now() - random() * interval '400 days' from generate_series(1, ${contacts}) returning id
     )
     insert into interaction_contact (owner_id, interaction_id, contact_id)
     select $1, met.id, c.id
     from (select id, row_number() over () as n from met) met
     join (select id, row_number() over () as n from contact where owner_id = $1) c on c.n = met.n`,
  );
  await insert(
    `insert into support_act (owner_id, contact_id, direction, kind, note)
     select owner_id, id, 'RECEIVED', 'INTRODUCTION', 'To somebody' from contact where owner_id = $1 limit 200`,
  );
  await insert("delete from duplicate_queue where owner_id = $1");
  // Other owners, so that this one is a small part of the tables that are small.
  const other = await database.newOwner();
  await admin.query(
    `with sender as (
       insert into contact (owner_id, full_name) select $1, 'Eve ' || n from generate_series(1, 20000) n returning owner_id, id
     ), act as (
       insert into support_act (owner_id, contact_id, direction, kind) select owner_id, id, 'GIVEN', 'INTRODUCTION' from sender
     )
     insert into invitation (owner_id, contact_id, direction, status, note, sent_at)
     select owner_id, id, 'INCOMING', 'RECEIVED', 'Hello', now() from sender`,
    [other],
  );
  await admin.query("vacuum analyze");
}, 120_000);

type Read = { table: string; scans: number; read: number };

/** What `work` read of owned tables: the connection's counts after it less those before, which may be another test's. */
const reading = (work: (db: OwnerDb) => Promise<unknown>) =>
  asOwner(owner, async (db) => {
    const count = () => db.$queryRaw<Read[]>`
      select relname as table, seq_scan::int as scans, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
      from pg_stat_xact_user_tables where schemaname = 'public'`;
    const before = new Map((await count()).map((row) => [row.table, row]));
    await work(db);
    return (await count())
      .map(({ table, scans, read }) => ({
        table,
        scans: scans - (before.get(table)?.scans ?? 0),
        read: read - (before.get(table)?.read ?? 0),
      }))
      .filter(({ read }) => read > 0);
  });

test("a page of cards reads by index, and a small part of it all", async () => {
  const read = await reading((db) => listIncoming(db));
  expect(read.filter(({ scans }) => scans > 0)).toEqual([]);
  const of = (table: string) => read.find((row) => row.table === table)?.read ?? 0;
  expect(of("interaction")).toBeLessThan(batchSize * 4);
  expect(of("contact")).toBeLessThan(contacts / 2);
  expect(of("contact_search")).toBeLessThan(batchSize * 20);
});

test("the next page begins where the last one ended, however far down", async () => {
  const [middle] = await asOwner(
    owner,
    (db) =>
      db.$queryRaw<{ id: string }[]>`select id from invitation order by sent_at offset ${invitations / 2} limit 1`,
  );
  const read = await reading((db) => listIncoming(db, { after: middle?.id }));
  expect(read.filter(({ scans }) => scans > 0)).toEqual([]);
});

test("counting those that wait looks at no contact outside the trash", async () => {
  const read = await reading(countInvitations);
  expect(read.find(({ table }) => table === "contact")).toBeUndefined();
});
