// The queries of the pages are range scans on indexes, whoever the owner and however many their contacts: the plans the
// application's role gets have no sequential scan over an owned table, and read rows in the order they are shown.
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { readingOf } from "@/lib/testing/reading";
import { addManyMeetings } from "./many-meetings";

const database = testDatabase();
const { admin } = database;
let client: PoolClient;
let owner: OwnerId;

beforeAll(async () => {
  owner = await database.newOwner();
  await admin.query(
    `insert into contact (owner_id, full_name, how_we_met, expertise)
     select $1, 'Contact ' || n, 'At a fair', 'Tides' from generate_series(1, 4000) n`,
    [owner],
  );
  await admin.query(
    `insert into assessment (owner_id, contact_id, wants_to_deepen, i_believe, they_believe, synergy, would_introduce,
       common_ground, goal, can_say, reviewed_at)
     select owner_id, id, 'YES', 'YES', 'YES', 'YES', 'YES', '{Tides,Chess}', 'A talk', 'On time',
       now() - n * 7919 % 370 * interval '1 day' -- the same every time, as are the plans
     from (select owner_id, id, row_number() over (order by id) as n from contact where owner_id = $1) c`,
    [owner],
  );
  await admin.query(
    `insert into credential_check (owner_id, contact_id, kind, finding, source_url, independent, checked_at)
     select c.owner_id, c.id, k.kind, 'SUPPORTS', 'https://' || k.kind || '.example', true, now()
     from contact c, unnest('{CREDENTIALS,TESTIMONIAL}'::check_kind[]) as k (kind) where c.owner_id = $1`,
    [owner],
  );
  await addManyMeetings(admin, owner);
  // Other owners, so that an owner is a small part of the small tables too.
  await admin.query(
    `with owner as (
       insert into app_user (email, name, password_hash)
       select n || '@plans.example', 'Owner', 'none' from generate_series(1, 500) n returning id
     )
     insert into policy (owner_id) select id from owner`,
  );
  await admin.query(
    "insert into contact (owner_id, full_name) select owner_id, 'Ben' from policy, generate_series(1, 10)",
  );
  // Every fifth with a cadence of their own.
  await admin.query(
    `insert into cadence (owner_id, contact_id, every, unit)
     select owner_id, id, 1 + n % 12, 'MONTH'
     from (select owner_id, id, row_number() over (order by id) as n from contact where owner_id = $1) c where n % 5 = 0`,
    [owner],
  );
  // Every tenth one set aside, half of them for a while, and a thousand invitations in every state.
  await admin.query(
    `insert into queue_choice (owner_id, contact_id, until, reason)
     select owner_id, id, case when n % 20 = 0 then now() + interval '1 month' end, 'Not now'
     from (select owner_id, id, row_number() over (order by id) as n from contact where owner_id = $1) c where n % 10 = 0`,
    [owner],
  );
  await admin.query(
    `insert into invitation (owner_id, contact_id, direction, status, sent_at, answered_at, sent_rules_met)
     select owner_id, id, 'OUTGOING', (array['SENT', 'ACCEPTED', 'IGNORED', 'WITHDRAWN']::invitation_status[])[n % 4 + 1],
       now() - n * interval '1 hour', case when n % 4 > 0 then now() end, 6
     from (select owner_id, id, row_number() over (order by id desc) as n from contact where owner_id = $1) c where n <= 1000`,
    [owner],
  );
  // And the other owners' Bens, of whom nothing follows here.
  await admin.query(`
    set session_replication_role = replica;
    insert into invitation (owner_id, contact_id, direction, status, sent_at)
      select owner_id, id, 'OUTGOING', 'SENT', now() from contact, generate_series(1, 5) where full_name = 'Ben';
    insert into queue_choice (owner_id, contact_id) select owner_id, id from contact where full_name = 'Ben';
    reset session_replication_role`);
  await admin.query("vacuum analyze");
  client = await database.app.connect();
  await client.query("select set_config('app.owner_id', $1, false)", [owner]);
});
afterAll(() => client.release());

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Plan[];
};
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

async function planOf(sql: string): Promise<Plan[]> {
  const { rows } = await client.query(`explain (format json) ${sql}`);
  return nodes(rows[0]["QUERY PLAN"][0].Plan);
}

const found = "select contact_id from contact_standing r";
const view = "select contact_id, strength, band, missing, verdict from relationship_strength r";
const isReady = "queue_until > now() and (blocked_until is null or blocked_until <= now())";
const inQueue = `${isReady} and not exists (select from queue_choice q
  where q.owner_id = r.owner_id and q.contact_id = r.contact_id and (q.until is null or q.until > now()) offset 0)`;
const review = "select contact_id from contact_standing where connection_status = 'CONNECTED'";
const within = (column: string, days: number) => `${column} > now() and ${column} <= now() + interval '${days} days'`;

test.each([
  [
    "the queue",
    `${found} where ${inQueue} order by heat desc, contact_id limit 20`,
    "contact_standing_owner_id_queue_idx",
  ],
  [
    "the queue's next page",
    `${found} where ${inQueue} and heat <= 17.2 order by heat desc, contact_id limit 20`,
    "contact_standing_owner_id_queue_idx",
  ],
  [
    "fading",
    `${view} where ${within("warm_until", 21)} order by warm_until limit 20`,
    "contact_standing_owner_id_warm_until_idx",
  ],
  [
    "due by a cadence",
    `select contact_id from touch_due where due_on <= owner_today(current_owner()) order by due_on, contact_id limit 20`,
    "touch_due_owner_id_due_on_contact_id_idx",
  ],
  [
    "fading without a cadence",
    `${found} where ${within("warm_until", 21)} and not exists (
       select from touch_due t where t.owner_id = r.owner_id and t.contact_id = r.contact_id offset 0)
     order by warm_until limit 20`,
    "contact_standing_owner_id_warm_until_idx",
  ],
  [
    "lapsing",
    `${view} where ${within("evidence_until", 30)} order by evidence_until limit 20`,
    "contact_standing_owner_id_evidence_until_idx",
  ],
  [
    "the review of connections",
    `${review} and vouched_until > now() order by heat desc nulls last, contact_id limit 30`,
    "contact_standing_owner_id_connected_idx",
  ],
  [
    "the review's next page, the weakest first",
    `${review} and heat >= 9 and (heat > 9 or contact_id < '0190f000-0000-7000-8000-000000000001')
     order by heat asc nulls first, contact_id desc limit 30`,
    "contact_standing_owner_id_connected_idx",
  ],
  [
    "the list by company",
    "select contact_id from contact_search where company is not null order by company, contact_id limit 50",
    "contact_search_owner_id_company_contact_id_idx",
  ],
  [
    "the list's next page by company, backwards",
    `select contact_id from contact_search where company is not null
       and (company, contact_id) < ('nordlys', '0190f000-0000-7000-8000-000000000001') order by company desc, contact_id desc limit 50`,
    "contact_search_owner_id_company_contact_id_idx",
  ],
  [
    "the list by the day of connecting",
    `select id from contact where deleted_at is null and connected_on is not null
     order by connected_on desc nulls last, id limit 50`,
    "contact_owner_id_connected_day_idx",
  ],
  [
    "who is stronger than 60",
    `${found} where heat > 13 and heat is not null order by heat desc nulls last, contact_id limit 50`,
    "contact_standing_owner_id_strength_idx",
  ],
  ["one contact", `${view} where contact_id = '0190f000-0000-7000-8000-000000000001'`, "contact_standing_pkey"],
])("%s is a range of one index, in its order", async (_, sql, index) => {
  const plan = await planOf(sql);
  const types = plan.map((node) => node["Node Type"]);
  expect(types).not.toContain("Seq Scan");
  expect(types).not.toContain("Sort");
  expect(types).not.toContain("Bitmap Heap Scan");
  expect(plan.map((node) => node["Index Name"])).toContain(index);
});

const sent = "owner_id = current_owner() and direction = 'OUTGOING'";

test.each([
  [
    "what ended, the latest first",
    `select v.id from invitation v join contact c on c.owner_id = v.owner_id and c.id = v.contact_id and c.deleted_at is null
     where v.owner_id = current_owner() and v.status in ('ACCEPTED', 'IGNORED', 'WITHDRAWN', 'DECLINED')
     order by v.answered_at desc nulls last, v.id desc limit 31`,
    "invitation_owner_id_answered_at_id_idx",
  ],
  ["whom the owner set aside", "select * from queue_choice where owner_id = current_owner()", "queue_choice"],
  [
    "sent, waiting, the newest first",
    `select id from invitation where ${sent} and status = 'SENT' order by sent_at desc limit 30`,
    "invitation",
  ],
  [
    "sent, waiting too long",
    `select id from invitation where ${sent} and status = 'SENT' and sent_at <= now() - interval '21 days' order by sent_at limit 30`,
    "invitation",
  ],
  [
    "what is used of the limits",
    `select count(*) from invitation where ${sent} and status in ('SENT', 'ACCEPTED', 'IGNORED', 'WITHDRAWN') and sent_at >= now() - interval '7 days'`,
    "invitation",
  ],
  [
    "accepted lately and nothing planned since",
    `select v.id from invitation v where v.${sent} and v.status = 'ACCEPTED' and v.answered_at > now() - interval '30 days'
       and not exists (select from follow_up f where f.owner_id = v.owner_id and f.contact_id = v.contact_id and f.created_at >= v.answered_at)`,
    "invitation",
  ],
])("%s: read by an index of the owner's, never through the whole table", async (_, sql, table) => {
  const plan = await planOf(sql);
  const read = plan.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]);
  expect(read.filter((relation) => relation !== "follow_up")).toEqual([]); // which is empty here
  expect(plan.map((node) => node["Index Name"] ?? "").join()).toContain(table);
});

test("how many have each verdict, and are in each lane, is counted without reading the standings", async () => {
  const { throughout, rows } = await readingOf(
    owner,
    ["contact_standing"],
    (db) => db.$queryRaw`select * from count_standings(${owner}::uuid, now())`,
  );
  expect(throughout).toEqual([]);
  expect(rows).toBeLessThan(200); // of 4,000: those who change within this hour
});

test("how many connections are in each group is counted from one index", async () => {
  const plan = await planOf(
    `select count(*), count(*) filter (where vouched_until > now()), count(*) filter (where blocked_until = 'infinity')
     from contact_standing where connection_status = 'CONNECTED'`,
  );
  expect(plan.map((node) => node["Node Type"])).toContain("Index Only Scan");
  expect(plan.map((node) => node["Index Name"])).toContain("contact_standing_owner_id_connected_idx");
});

test("the view costs no function call: it is read as the tables it is made of", async () => {
  const plan = await planOf("select * from relationship_strength");
  expect(plan.filter((node) => node["Node Type"] === "Function Scan")).toEqual([]);
});

test("how many interactions a week had is counted within one index", async () => {
  const plan = await planOf(
    "select count(*) from interaction where confirmed and occurred_at >= now() - interval '7 days' and occurred_at < now()",
  );
  expect(plan.map((node) => node["Node Type"])).toContain("Index Only Scan");
  expect(plan.map((node) => node["Index Name"])).toContain("interaction_owner_id_confirmed_idx");
});

test("what happened with a contact, and who took part, are a walk along a key each, however often they met", async () => {
  const plan = await planOf(`select * from heat_history('${owner}', '${randomUUID()}', now())`);
  const walks = plan.filter((node) => /^interaction(_contact)?_pkey$/.test(node["Index Name"] ?? ""));
  expect(walks.map((node) => node["Index Name"]).sort()).toEqual(["interaction_contact_pkey", "interaction_pkey"]);
  for (const walk of walks) expect(walk["Index Cond"]).toContain("= ANY");
});
