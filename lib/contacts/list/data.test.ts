import { beforeAll, describe, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { listDue } from "@/lib/rhythm/due/data";
import { listFading, listLapsing } from "@/lib/strength/lanes/data";
import { bands, endings, rules, verdicts } from "@/lib/strength/schema";
import { testDatabase } from "@/lib/testing/database";
import { createContact } from "../data";
import { countBefore, countContacts, listContacts, listContactsAt } from "./data";
import { cursorOf } from "./letters";
import { sorts } from "./query";
import { listLetters } from "./rail/data";
import { contactQuery } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const query = (address: Record<string, unknown> = {}) => contactQuery.parse(address);

describe("a hundred and fifty contacts in every standing", () => {
  let many: OwnerId;
  const asMany = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(many, work);
  beforeAll(async () => {
    many = await database.newOwner();
    await database.admin.query(
      `insert into contact (owner_id, id, full_name, connection_status, created_at, company, connected_on)
       select $1, uuid_v7(), 'Person ' || (g % 40), (array['NONE', 'CONNECTED', 'INVITED', 'RECEIVED', 'NONE'])[1 + g % 5]::connection_status,
         timestamptz '2026-01-01' + (g % 50) * interval '1 second',
         case when g % 3 > 0 then 'Company ' || (g % 7) end, case when g % 4 > 0 then date '2026-01-01' + g % 20 end
       from generate_series(1, 150) g`,
      [many],
    );
    // The standing is what is listed here, so it is written as such: every rule held, run out or never met.
    await database.admin.query(
      `with moment as (
         select contact_id, row_number() over (order by contact_id) as n from contact_standing where owner_id = $1)
       update contact_standing st set
         heat = case when n % 4 > 0 then days_since_t0(now()) / 180 + (n % 9) - 3 end,
         last_interaction_at = case when n % 3 > 0 then now() - (n % 20) * interval '1 day' end,
         knows_until = case when n % 3 > 0 then 'infinity'::timestamptz end,
         desires_until = now() + interval '1 day', mutual_until = now() + interval '1 day',
         verified_until = case when n % 2 > 0 then now() + interval '1 day' else now() - interval '1 day' end,
         vouched_until = now() + interval '1 day',
         warm_until = case when n % 7 > 0 then now() + interval '1 day' end,
         blocked_until = case n % 11 when 0 then 'infinity'::timestamptz when 1 then now() - interval '1 day' end
       from moment where st.owner_id = $1 and st.contact_id = moment.contact_id`,
      [many],
    );
    await database.admin.query(
      `update contact_standing st set
         ready_until = least(knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until),
         queue_until = case when c.connection_status in ('NONE', 'RECEIVED') and blocked_until is distinct from 'infinity'
           then least(knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until) end
       from contact c
       where st.owner_id = $1 and c.owner_id = st.owner_id and c.id = st.contact_id
         and num_nulls(knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until) = 0`,
      [many],
    );
    // Five rules hold until the second one ends; and what is kept of all of them is counted anew.
    await database.admin.query(
      `update contact_standing st set almost_until = (
         select rule from unnest(array[knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until]) as rule
         where rule is not null order by rule desc offset 4 limit 1)
       where st.owner_id = $1`,
      [many],
    );
    await database.admin.query("delete from standing_tally where owner_id = $1", [many]);
    await database.admin.query(
      `insert into standing_tally (owner_id, hour, reading, contacts)
       select $1, greatest(edge.hour, hour_of(now()) - interval '2 hours'), edge.reading, sum(edge.starting)
       from contact_standing st cross join lateral edges_of(st) edge where st.owner_id = $1 group by 2, 3`,
      [many],
    );
  });

  const everyOrder = sorts.flatMap((sort) => (["asc", "desc"] as const).map((order) => ({ sort, order })));

  test.each(everyOrder)(
    "sorted by $sort $order, page by page and back, nothing is left out and nothing comes twice",
    async (order) => {
      const whole = (await asMany((db) => listContacts(db, query(order), 1000))).contacts.map((contact) => contact.id);
      expect(new Set(whole).size).toBe(150);

      const forwards: string[] = [];
      let page = await asMany((db) => listContacts(db, query(order), 17));
      expect(page.before).toBeNull();
      for (;;) {
        forwards.push(...page.contacts.map((contact) => contact.id));
        const { after } = page;
        if (after === null) break;
        const next = query({ ...order, after });
        page = await asMany((db) => listContacts(db, next, 17));
        expect(await asMany((db) => countBefore(db, next, 150, page.contacts.length))).toBe(forwards.length);
      }
      expect(forwards).toEqual(whole);

      const backwards = page.contacts.map((contact) => contact.id);
      for (let { before } = page; before !== null; before = page.before) {
        const here = query({ ...order, before });
        page = await asMany((db) => listContacts(db, here, 17));
        backwards.unshift(...page.contacts.map((contact) => contact.id));
        expect(await asMany((db) => countBefore(db, here, 150, page.contacts.length))).toBe(150 - backwards.length);
      }
      expect(backwards).toEqual(whole);

      for (const start of [0, 16, 70, 76, 120, 149, 150, 400]) {
        const there = await asMany((db) => listContactsAt(db, query(order), start, 10));
        expect(there.contacts.map((contact) => contact.id)).toEqual(whole.slice(start, start + 10));
      }
    },
  );

  test.each([
    ["name", "asc", "person 0", "person 9"],
    ["name", "desc", "person 9", "person 0"],
    ["company", "asc", "company 0", null],
    ["company", "desc", "company 6", null],
    ["connected", "asc", "2026-01-02", null],
    ["connected", "desc", "2026-01-20", null],
  ] as const)(
    "by %s %s the list begins with %s and ends with %s: who has none comes last",
    async (sort, order, first, last) => {
      const { contacts } = await asMany((db) => listContacts(db, query({ sort, order }), 1000));
      const key = (contact = contacts[0]) =>
        (sort === "name"
          ? contact?.fullName
          : sort === "company"
            ? contact?.company
            : contact?.connectedOn
        )?.toLowerCase() ?? null;
      expect([key(), key(contacts.at(-1))]).toEqual([first, last]);
    },
  );

  test("every filter on stored columns finds exactly whom the view describes", async () => {
    const { rows } = await database.admin.query<
      { id: string; verdict: string; band: string } & Record<string, boolean>
    >("select contact_id as id, * from relationship_strength where owner_id = $1", [many]);
    expect(rows).toHaveLength(150);
    const expectFound = async (address: Record<string, unknown>, ids: string[]) => {
      const found = await asMany((db) => listContacts(db, query(address), 1000));
      expect({ address, ids: found.contacts.map((contact) => contact.id).sort() }).toEqual({
        address,
        ids: ids.sort(),
      });
      expect(await asMany((db) => countContacts(db, query(address)))).toBe(ids.length);
    };
    const which = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).map((row) => row.id);
    for (const verdict of verdicts) {
      const ids = which((row) => row.verdict === verdict);
      expect(ids).not.toEqual([]);
      await expectFound({ verdict, sort: "strength" }, ids);
    }
    for (const band of bands)
      await expectFound(
        { band },
        which((row) => row.band === band),
      );
    for (const missing of rules)
      await expectFound(
        { missing, sort: "newest" },
        which((row) => !row[missing]),
      );
    await expectFound(
      { q: "verdict:ready,almost" },
      which(({ verdict }) => verdict === "READY" || verdict === "ALMOST"),
    );
    await expectFound(
      { q: "missing:warm,verified band:warm" },
      which((row) => (!row.warm || !row.verified) && row.band === "warm"),
    );
    const ranges: [string, (strength: number) => boolean][] = [
      ["strength:>60", (strength) => strength > 60],
      ["strength:>=15 sort", (strength) => strength >= 15],
      ["strength:<20", (strength) => strength < 20],
      ["strength:<=0", (strength) => strength === 0],
      ["strength:>0", (strength) => strength > 0],
      ["strength:20..70", (strength) => strength >= 20 && strength <= 70],
      ["strength:<10,>90", (strength) => strength < 10 || strength > 90],
      ["strength:>=0", () => true],
      ["strength:<0", () => false],
    ];
    for (const [q, holds] of ranges)
      await expectFound(
        { q: q.replace(" sort", ""), sort: "strength" },
        which((row) => holds(Number(row.strength))),
      );
    const days = (row: Record<string, unknown>) =>
      row.last_interaction_at ? (Date.now() - Number(row.last_interaction_at)) / 86_400_000 : null;
    await expectFound(
      { q: "last:<1w" },
      which((row) => (days(row) ?? 99) < 7),
    );
    await expectFound(
      { q: "last:>10d,never" },
      which((row) => (days(row) ?? 99) > 10),
    );
  });

  test("the letters are those somebody in the list begins with, and each leads to its first", async () => {
    expect(await asMany((db) => listLetters(db, query()))).toEqual(["p"]);
    const mixed = await database.newOwner();
    const asMixed = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(mixed, work);
    for (const fullName of ["Élodie", "2 Fast", "Zoë", "Жанна", "Ada", "Eve"]) {
      await asMixed((db) => createContact(db, { fullName }));
    }
    expect(await asMixed((db) => listLetters(db, query()))).toEqual(["#", "a", "e", "z", "…"]);
    expect(await asMixed((db) => listLetters(db, query({ q: "e" })))).toEqual(["e", "z"]);
    for (const order of ["asc", "desc"]) {
      const first = async (letter: "#" | "e" | "z" | "…") => {
        const there = query({ order });
        const { contacts } = await asMixed((db) => listContacts(db, { ...there, after: cursorOf(letter, there) }));
        return contacts[0]?.fullName;
      };
      expect([await first("#"), await first("e"), await first("z"), await first("…")]).toEqual([
        "2 Fast",
        order === "asc" ? "Élodie" : "Eve",
        "Zoë",
        "Жанна",
      ]);
    }
  });

  test("what is soon over is exactly what the lanes of Today show", async () => {
    const lanes = {
      fading: (db: OwnerDb) => listFading(db, 1000),
      lapsing: (db: OwnerDb) => listLapsing(db, 1000),
      touch: (db: OwnerDb) => listDue(db, "UTC", 1000),
    };
    for (const soon of endings) {
      const lane = await asMany(async (db): Promise<{ contactId: string }[]> => lanes[soon](db));
      const found = await asMany((db) => listContacts(db, query({ soon }), 1000));
      expect(found.contacts.map(({ id }) => id).sort()).toEqual(lane.map(({ contactId }) => contactId).sort());
      expect(await asMany((db) => countContacts(db, query({ soon })))).toBe(lane.length);
    }
    expect((await asMany((db) => listContacts(db, query({ soon: "fading" }), 1000))).contacts.length).toBeGreaterThan(
      9,
    );
  });
});

test("by status and by tag, together with what is searched", async () => {
  const mine = await database.newOwner();
  const asMine = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(mine, work);
  await asMine((db) => createContact(db, { fullName: "Anna", tags: ["oslo"], connectionStatus: "CONNECTED" }));
  await asMine((db) => createContact(db, { fullName: "Björn", tags: ["oslo"] }));
  await asMine((db) => createContact(db, { fullName: "Carla" }));
  const found = async (address: Record<string, unknown>) =>
    (await asMine((db) => listContacts(db, query(address)))).contacts.map((contact) => contact.fullName);
  const tag = (await asMine((db) => listContacts(db, query()))).contacts[0]?.tags[0]?.id;
  expect(await found({ tag })).toEqual(["Anna", "Björn"]);
  expect(await found({ tag, status: "CONNECTED" })).toEqual(["Anna"]);
  expect(await found({ tag, q: "bj" })).toEqual(["Björn"]);
  expect(await found({ q: "tag:OSLO status:none" })).toEqual(["Björn"]);
});

test("by what is written: parts of the company, the position, the place; any of several, and all of the kinds", async () => {
  const mine = await database.newOwner();
  const asMine = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(mine, work);
  const add = (fullName: string, company: string, position: string, location: string, tags: string[] = []) =>
    asMine((db) => createContact(db, { fullName, company, position, location, tags }));
  await add("Anna", "ACME, Inc", "Head of data", "Malmö", ["old friends"]);
  await add("Björn", "Globex", "Engineer at acme", "Oslo", ["berlin"]);
  await add("Carla", "Acme Norge", "Engineer", "Tromsø", ["berlin", "Old Friends"]);
  const found = async (q: string) =>
    (await asMine((db) => listContacts(db, query({ q })))).contacts.map((contact) => contact.fullName);
  expect(await found("company:acme")).toEqual(["Anna", "Carla"]);
  expect(await found('company:"acme, inc"')).toEqual(["Anna"]);
  expect(await found("company:inc,globex")).toEqual(["Anna", "Björn"]);
  expect(await found("position:engineer location:tromso")).toEqual(["Carla"]);
  expect(await found('tag:"old friends",nowhere')).toEqual(["Anna", "Carla"]);
  expect(await found("acme engineer")).toEqual(["Björn", "Carla"]);
  expect(await found('"engineer at"')).toEqual(["Björn"]);
  expect(await found("company:acme%")).toEqual([]);
  expect(await found("company:acme colour:red verdict:superb")).toEqual(["Anna", "Carla"]);
});

test("an address that can't be read shows the list from its beginning", async () => {
  const odd = { verdict: "SUPERB", sort: "x", after: "'; drop", before: "%", tag: "7", q: ["a", "b"] };
  expect(contactQuery.parse(odd)).toMatchObject({
    terms: [{ key: "tag", value: "7" }],
    sort: "name",
    after: "'; drop",
    before: "%",
  });
  await run((db) => listContacts(db, query({ after: "'; drop", sort: "strength" })));
});
