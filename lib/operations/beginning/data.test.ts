// Statements whose plans connections keep: at owners of very different size, and while the database is migrated.
import { beforeAll, expect, test } from "vitest";
import { fillDesk } from "@/bench/desk/fill";
import { listConnections } from "@/lib/connections/list/data";
import { getNetwork } from "@/lib/connections/network/data";
import { countRemovals } from "@/lib/connections/removal/data";
import { countReview } from "@/lib/connections/review/data";
import { connectionGroups, connectionQuery, connectionSorts } from "@/lib/connections/schema";
import { listRecommendationsWith } from "@/lib/contacts/between/data";
import { getContact } from "@/lib/contacts/data";
import { listContacts, listContactsAt } from "@/lib/contacts/list/data";
import { listLetters } from "@/lib/contacts/list/rail/data";
import { contactQuery } from "@/lib/contacts/list/schema";
import { listTimeline } from "@/lib/contacts/timeline/data";
import { dayOf } from "@/lib/dates/format";
import { askBeforeSignIn, asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { listResembling } from "@/lib/duplicates/resembling/data";
import { listFollowUps } from "@/lib/follow-ups/data";
import { listIncoming } from "@/lib/invitations/incoming/cards/data";
import { listInvitations } from "@/lib/invitations/lists/data";
import { invitationLists } from "@/lib/invitations/schema";
import { getDesk, listDesk } from "@/lib/ready/desk/data";
import { listBoard } from "@/lib/recommendations/board/data";
import { getRhythm } from "@/lib/rhythm/data";
import { getStanding } from "@/lib/strength/data";
import { getEvidence } from "@/lib/strength/evidence/data";
import { getStrengthHistory } from "@/lib/strength/history/data";
import { listSupportActs } from "@/lib/support/data";
import { testDatabase } from "@/lib/testing/database";
import { getCounts, getToday } from "@/lib/today/data";
import { withClient } from "@/scripts/database/with-client";

const database = testDatabase({ connections: 1, prepared: "on" }); // whatever was kept is there the next time
let large: OwnerId;
let small: OwnerId;
/** Somebody of each owner's, who was met as often. */
const somebody = new Map<OwnerId, string>();
/** Owners as small as that one: what is kept is planned for an owner between these and the large one. */
const smallOnes = 30;

beforeAll(async () => {
  large = await database.newOwner();
  const others = await Promise.all(Array.from({ length: smallOnes }, () => database.newOwner()));
  small = others[0] as OwnerId;
  for (const [owner, people] of [[large, 3000] as const, ...others.map((owner) => [owner, 10] as const)]) {
    await database.admin.query(
      "insert into contact (owner_id, full_name, company) select $1, 'Person ' || n, 'Firm ' || n % 7 from generate_series(1, $2::int) n",
      [owner, people],
    );
    await database.admin.query(
      `with met as (
         insert into interaction (owner_id, kind, occurred_at)
         select $1, 'CALL', now() - n * interval '1 hour' from generate_series(1, 2 * $2::int) n returning id
       ), numbered as (select id, row_number() over () as n from met)
       insert into interaction_contact (owner_id, interaction_id, contact_id)
       select $1, numbered.id, person.id from numbered
       join (select id, row_number() over (order by id) as n from contact where owner_id = $1) person
         on person.n = 1 + numbered.n % $2::int`,
      [owner, people],
    );
    const { rows } = await database.admin.query("select id from contact where owner_id = $1 order by id limit 1", [
      owner,
    ]);
    somebody.set(owner, rows[0].id);
    await withClient(database.adminUrl, (client) => fillDesk(client, owner, people / 10));
  }
  await database.admin.query("vacuum analyze");
});

const everybody = contactQuery.parse({});

/** What all pages ask whose statements are kept: that of a contact, and the lists. */
async function look(db: OwnerDb) {
  const id = somebody.get(db.owner) ?? "";
  const counts = await getCounts(db);
  await getToday(db, "UTC");
  await listContacts(db, everybody);
  await listContacts(db, contactQuery.parse({ sort: "strength" }));
  await listLetters(db, everybody);
  await listContactsAt(db, everybody, 5);
  await getDesk(db, {}, "UTC", counts.queue);
  await listDesk(db, undefined, "UTC", counts.queue);
  await listIncoming(db);
  for (const list of invitationLists) await listInvitations(db, list);
  await listBoard(db, { timeZone: "UTC", now: new Date() });
  await countReview(db, "UTC");
  await countRemovals(db);
  for (const sort of connectionSorts) await listConnections(db, connectionQuery.parse({ sort }));
  for (const show of connectionGroups) await listConnections(db, connectionQuery.parse({ show }));
  await getNetwork(db, dayOf(new Date(), "UTC"), "UTC");
  await getContact(db, id);
  await listResembling(db, id);
  await getRhythm(db, id, "UTC");
  await listFollowUps(db, id);
  await listSupportActs(db, id);
  await getStanding(db, id);
  await getEvidence(db, id);
  await getStrengthHistory(db, id, "2020-01-01T00:00:00Z");
  await listRecommendationsWith(db, id);
  await listTimeline(db, id, { show: "all", older: undefined });
}

/** How many rows a look goes through, whoever's they are. */
async function rowsOf(owner: OwnerId, keepsPlans: boolean): Promise<number> {
  return asOwner(
    owner,
    async (db) => {
      const soFar = async () => {
        const [row] = await db.$queryRaw<{ read: number }[]>`
          select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::int as read from pg_stat_xact_user_tables`;
        return row?.read ?? 0;
      };
      const before = await soFar();
      await look(db);
      return (await soFar()) - before;
    },
    { keepsPlans },
  );
}

/** How often a plan was made for the values that came, and how often the one that is kept was taken. */
const plansMade = () =>
  asOwner(small, async (db) => {
    const [made] = await db.$queryRaw<{ kept: number; statements: number }[]>`
      select count(*)::int as statements, count(*) filter (where generic_plans > 0)::int as kept
      from pg_prepared_statements where name like 'vouch%'`;
    return made;
  });

const names = (like: string) =>
  asOwner(small, async (db) => {
    const [counted] = await db.$queryRaw<{ names: number }[]>`
      select count(*)::int as names from pg_prepared_statements where name like ${like}`;
    return counted?.names;
  });

test("a plan that is kept goes through no more rows than one made for the owner, large or small", async () => {
  const [ofLarge, ofSmall] = [await rowsOf(large, false), await rowsOf(small, false)];
  expect(await plansMade()).toEqual({ kept: 0, statements: 0 });
  for (let round = 0; round < 9; round++) for (const owner of [large, small]) await rowsOf(owner, true);
  const made = await plansMade();
  expect(made?.kept).toBeGreaterThan(10);
  // A table of some hundred rows, as that of invitations here, may be read from end to end; one of thousands never.
  expect(await rowsOf(large, true)).toBeLessThanOrEqual(ofLarge * 1.2 + 400);
  expect(await rowsOf(small, true)).toBeLessThanOrEqual(ofSmall * 1.2 + 400);
});

test("a migration while connections keep statements fails no request, though one answers with the new column, too", async () => {
  const read = (keepsPlans = true) =>
    asOwner(
      small,
      async (db) => [await look(db), (await db.$queryRaw<object[]>`select * from tag_cadence limit 1`).length],
      { keepsPlans },
    );
  await read();
  await database.admin.query("alter table contact add column newcomer text");
  await database.admin.query("alter table tag_cadence add column newcomer text");
  expect(await names("vouch\\_1\\_%")).toBe(0);
  await read();
  await read();
  expect(await names("vouch\\_1\\_%")).toBeGreaterThan(0); // all were named anew, for the one
  await expect(
    asOwner(small, (db) => db.$queryRaw`select * from tag_cadence limit 1`, { keepsPlans: true, tries: 1 }),
  ).resolves.toEqual([]);
});

test("who is signed in is looked up by a statement that is kept, also once the database was migrated", async () => {
  const ask = () =>
    askBeforeSignIn(
      (db) => db.$queryRaw<object[]>`select user_agent from session where token_hash = ${new Uint8Array(32)}`,
    );
  const kept = () =>
    asOwner(
      small,
      (db) =>
        db.$queryRaw<object[]>`select from pg_prepared_statements where statement like '%user_agent from session%'`,
    );
  await ask();
  expect(await kept()).toHaveLength(1);
  await database.admin.query("alter table session alter column user_agent type varchar");
  await expect(ask()).resolves.toEqual([]);
});

test("no transaction waits for workers to start, nor do any take the processor from others", async () => {
  const [{ workers }] = await asOwner(
    small,
    (db) => db.$queryRaw<[{ workers: string }]>`select current_setting('max_parallel_workers_per_gather') as workers`,
  );
  expect(workers).toBe("0");
});

test("only who asks for it keeps anything", async () => {
  const kept = () =>
    asOwner(
      small,
      (db) => db.$queryRaw<object[]>`select from pg_prepared_statements where statement like '%stranger%'`,
    );
  await asOwner(small, (db) => db.$queryRaw`select 1 as stranger`);
  expect(await kept()).toHaveLength(0);
  await asOwner(small, (db) => db.$queryRaw`select 1 as stranger`, { keepsPlans: true });
  expect(await kept()).toHaveLength(1);
});
