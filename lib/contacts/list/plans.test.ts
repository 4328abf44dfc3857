// However many contacts there are, a page of the list reads about as many rows as it shows, whatever it is filtered and
// sorted by; and what has to be asked of everybody is asked of their standings alone.
import { beforeAll, expect, test, vi } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { readingOf } from "@/lib/testing/reading";
import { countBefore, countContacts, listContacts, listContactsAt } from "./data";
import { pageSize, sorts } from "./query";
import { listLetters } from "./rail/data";
import { contactQuery } from "./schema";
import { meantBy } from "./walk/data";

const database = testDatabase();
const { admin } = database;
const contacts = 12_000;
let owner: OwnerId;

beforeAll(async () => {
  owner = await database.newOwner();
  await admin.query(
    `insert into contact (owner_id, full_name, company, notes, connection_status, connected_on)
     select $1, chr(97 + n % 26) || ' ' || md5(n::text), 'Company ' || n % 90, repeat('Met at the fair. ', 20),
       (array['NONE', 'NONE', 'CONNECTED', 'NONE'])[1 + n % 4]::connection_status, case when n % 4 = 2 then date '2026-01-01' + n % 200 end
     from generate_series(1, ${contacts}) n`,
    [owner],
  );
  // Rules that hold for some, in no order that a list has.
  await admin.query(
    `update contact_standing st set
       heat = case when n % 10 > 0 then days_since_t0(now()) / 180 + (n * 7919 % 1000) / 100.0 - 6 end,
       last_interaction_at = case when n % 10 > 0 then now() - n * 31 % 900 * interval '1 day' end,
       verified_until = case when n % 3 = 0 then now() + interval '1 day' end,
       warm_until = case when n % 10 = 5 then now() + interval '1 day' end,
       blocked_until = case when n % 40 = 0 then 'infinity'::timestamptz end
     from (select contact_id, row_number() over (order by contact_id) as n from contact_standing where owner_id = $1) place
     where st.owner_id = $1 and st.contact_id = place.contact_id`,
    [owner],
  );
  await admin.query("vacuum full analyze contact_standing");
  await admin.query("vacuum analyze");
  await vi.waitUntil(isVisible, { timeout: 60_000, interval: 500 });
}, 120_000);

/** Whether what an index says needs no look at the table: not as long as whatever goes on beside may still see what was before. */
async function isVisible(): Promise<boolean> {
  await admin.query("vacuum contact, contact_search, contact_standing");
  const { rows } = await admin.query(`
    select bool_and(relallvisible = relpages) as all from pg_class
    where relname in ('contact', 'contact_search', 'contact_standing')`);
  return rows[0].all;
}

const reading = (work: (db: OwnerDb) => Promise<unknown>) =>
  readingOf(owner, ["contact", "contact_search", "contact_standing"], work);

const filters = [
  "",
  "missing:warm",
  "verdict:building",
  "status:none",
  "status:connected",
  "band:cold",
  "last:>90d,never",
];
// By the day of connecting, all who are connected come first, and by strength all who are warmer than cold: whoever asks for
// others walks past them.
const ordersOf = (q: string) =>
  sorts
    .filter((sort) => sort !== "connected" || !/none|building/.test(q))
    .filter((sort) => sort !== "strength" || !/cold/.test(q))
    .flatMap((sort) => (["asc", "desc"] as const).map((order) => ({ sort, order })));

test.each(filters)("a page of “%s” meets its rows soon, whatever it is sorted by", async (q) => {
  for (const order of ordersOf(q)) {
    const { throughout, rows } = await reading((db) => listContacts(db, contactQuery.parse({ q, ...order })));
    expect({ order, throughout, isFew: rows < contacts / 8 }).toEqual({ order, throughout: [], isFew: true });
  }
});

/** The page and its letters, as they are shown together. */
async function readingPage(q: string) {
  const query = contactQuery.parse({ q });
  return reading(async (db) => {
    const meant = await meantBy(db, query);
    await listContacts(db, query, pageSize, meant);
    await listLetters(db, query, meant);
  });
}

test.each(["missing:warm", "verdict:building", "band:cold verdict:building", "band:cool"])(
  "whoever is meant by “%s” is met along the way: nobody asks for all of them",
  async (q) => {
    const { throughout, rows } = await readingPage(q);
    expect(throughout).toEqual([]);
    expect(rows).toBeLessThan(contacts / 2);
  },
);

test.each(["verdict:blocked", "missing:verified band:warm", "strength:>90"])(
  "the few meant by “%s” are found in standings alone, once for the page and its letters",
  async (q) => {
    const { throughout, rows } = await readingPage(q);
    expect(["", "contact_standing"]).toContain(throughout.join());
    expect(rows).toBeLessThan(contacts * 2);
  },
);

test("what is kept is not counted", async () => {
  for (const q of ["", "verdict:building,ready", "band:cold", "soon:fading"]) {
    const { throughout, rows } = await reading((db) => countContacts(db, contactQuery.parse({ q })));
    expect({ q, throughout, isFew: rows < 200 }).toEqual({ q, throughout: [], isFew: true });
  }
});

test("who has both a verdict and a band is counted within one index, and no standing is read for it", async () => {
  for (const q of ["band:warm verdict:building", "band:strong,warm verdict:ready", "strength:>20 verdict:almost"]) {
    const { throughout, rows } = await reading((db) => countContacts(db, contactQuery.parse({ q })));
    expect({ q, throughout, rows }).toEqual({ q, throughout: [], rows: 0 });
  }
});

test("what isn't kept is counted from standings alone", async () => {
  for (const q of ["missing:warm", "status:none,received", "missing:verified strength:>20 last:<1y"]) {
    const { throughout } = await reading((db) => countContacts(db, contactQuery.parse({ q })));
    expect(["", "contact_standing"]).toContain(throughout.join());
  }
});

test("a jump passes over what comes before in the index of the order", async () => {
  for (const sort of sorts) {
    const { throughout, rows } = await reading((db) => listContactsAt(db, contactQuery.parse({ sort }), contacts / 4));
    expect({ sort, throughout, isFew: rows < 500 }).toEqual({ sort, throughout: [], isFew: true });
  }
});

test("how many come before a page far down is counted from the index of the order", async () => {
  for (const sort of sorts) {
    const { after } = await asOwner(owner, (db) => listContactsAt(db, contactQuery.parse({ sort }), contacts / 2));
    const there = contactQuery.parse({ sort, after });
    const { throughout, rows } = await reading((db) => countBefore(db, there, contacts, pageSize));
    expect({ sort, throughout, isFew: rows < 200 }).toEqual({ sort, throughout: [], isFew: true });
  }
});
