// Two thousand contacts changed at once, and everything as it was again.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { downloads } from "@/lib/exports/downloads";
import { testDatabase } from "@/lib/testing/database";
import { createContact } from "../../data";
import { countContacts } from "../data";
import { readFilter } from "../filter/syntax";
import { followUpMany, tagMany, trashMany, undoBulkChange, untagMany } from "./data";
import type { Selection } from "./schema";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  await admin.query(
    `insert into contact (owner_id, full_name, company, deleted_at)
     select $1, 'Contact ' || n, case when n % 2 = 0 then 'Acme' else 'Globex' end, case when n % 100 = 0 then now() end
     from generate_series(1, 2000) n`,
    [owner],
  );
  await admin.query(
    `with tag as (insert into tag (owner_id, name, colour) values ($1, 'Berlin', 'red') returning id)
     insert into contact_tag (owner_id, contact_id, tag_id)
     select $1, c.id, tag.id from tag, contact c where c.owner_id = $1 and full_name like '%1'`,
    [owner],
  );
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);

/** Everything that is there, but for what says that there was a change. */
async function everything() {
  const rows = async (table: string) =>
    (
      await admin.query(
        `select to_jsonb(t) - 'version' - 'updated_at' as row from ${table} t where owner_id = $1 order by t::text`,
        [owner],
      )
    ).rows
      .map(({ row }) => JSON.stringify(row))
      .sort();
  return {
    contacts: await rows("contact"),
    tags: await rows("tag"),
    tagged: await rows("contact_tag"),
    followUps: await rows("follow_up"),
    searched: await rows("contact_search"),
    standings: await rows("contact_standing"),
  };
}
const account = { name: "Olive", email: "o@example.test", locale: "en", timeZone: "UTC" };
const all = (query = "", except: string[] = []) => ({
  ...{ id: randomUUID(), all: "on" as const, query, chosen: [], except },
});
const count = (text: string) => run((db) => countContacts(db, { terms: readFilter(text) }));

test("all that match get a tag, which goes again with the undo; who had it already keeps it", async () => {
  const before = await everything();
  const fresh = all("company:acme");
  expect(await run((db) => tagMany(db, { ...fresh, tag: "Fresh" }))).toBe(980);
  expect(await count("tag:fresh")).toBe(980);
  expect(await count("tag:fresh company:globex")).toBe(0);
  const known = all();
  expect(await run((db) => tagMany(db, { ...known, tag: "BERLIN" }))).toBe(1980 - 200);
  expect(await run((db) => tagMany(db, { ...known, tag: "BERLIN" }))).toBe(1780); // sent twice
  expect(await count("tag:berlin")).toBe(1980);
  for (const { id } of [known, fresh]) await run((db) => undoBulkChange(db, id));
  expect(await everything()).toEqual(before);
});

test("a tag is taken from everybody, and comes back as it was", async () => {
  const before = await everything();
  const change = all("globex");
  expect(await run((db) => untagMany(db, { ...change, tag: "berlin" }))).toBe(200);
  expect(await count("tag:berlin")).toBe(0);
  await run((db) => undoBulkChange(db, change.id));
  await run((db) => undoBulkChange(db, change.id)); // twice is once
  expect(await everything()).toEqual(before);
  await expect(run((db) => untagMany(db, { ...all(), tag: "nowhere" }))).rejects.toMatchObject({ code: "noSuchTag" });
});

test("everybody gets a follow-up of their own, but for some", async () => {
  const before = await everything();
  const { rows } = await admin.query("select id from contact where owner_id = $1 and company = 'Acme' limit 3", [
    owner,
  ]);
  const change = all(
    "company:acme",
    rows.map(({ id }) => id),
  );
  const plan = { title: "Say hello", dueOn: "2026-12-24" };
  const made = await run((db) => followUpMany(db, { ...change, ...plan }));
  const { rows: planned } = await admin.query(
    "select count(distinct contact_id)::int as people, count(*)::int as all from follow_up where owner_id = $1",
    [owner],
  );
  expect(planned).toEqual([{ people: made, all: made }]);
  expect(made).toBeGreaterThan(970);
  await run((db) => undoBulkChange(db, change.id));
  expect(await everything()).toEqual(before);
});

test("all that match go into the trash and out again; who was there before stays there", async () => {
  const before = await everything();
  const change = all();
  expect(await run((db) => trashMany(db, change))).toBe(1980);
  expect(await count("")).toBe(0);
  expect(await run((db) => undoBulkChange(db, change.id))).toBe(1980);
  expect(await everything()).toEqual(before);
});

test("what matched when it was done is what is changed; who came later is not", async () => {
  const chosen = await run((db) => createContact(db, { fullName: "Chosen One" }));
  const trashed = { ...all(), all: undefined, chosen: [chosen] };
  expect(await run((db) => trashMany(db, trashed))).toBe(1);
  const change = all("contact 1");
  const some = await run((db) => tagMany(db, { ...change, tag: "Once" }));
  const later = await run((db) => createContact(db, { fullName: "Contact 1b", tags: ["Once"] }));
  await run((db) => undoBulkChange(db, change.id));
  expect(some).toBeGreaterThan(1000);
  expect(await count("tag:once")).toBe(1);
  await admin.query("delete from contact where owner_id = $1 and id = any($2::uuid[])", [owner, [chosen, later]]);
  expect(await run((db) => undoBulkChange(db, trashed.id))).toBe(1); // who is gone for good stays so
});

test("a file holds exactly those selected, of all that match or one by one", async () => {
  const names = async (file: "contacts.csv" | "contacts.vcf", selection: Selection) =>
    run(async (db) => {
      let text = "";
      for await (const piece of downloads[file].write(db, account, selection)) text += piece;
      return [...text.matchAll(/Contact \d+/g)].map(([name]) => name);
    });
  const { rows } = await admin.query(
    "select id, full_name from contact where owner_id = $1 and full_name in ('Contact 7', 'Contact 9')",
    [owner],
  );
  const { id: _, ...acme } = all("company:acme");
  expect(new Set(await names("contacts.csv", acme)).size).toBe(980);
  const chosen = { query: "", chosen: rows.map(({ id }) => id), except: [] };
  expect(new Set(await names("contacts.vcf", chosen))).toEqual(new Set(["Contact 7", "Contact 9"]));
});

test("another owner's contacts are not selected, nor another owner's change taken back", async () => {
  const mine = await run((db) => createContact(db, { fullName: "Mine" }));
  const other = await database.newOwner();
  const theirs = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(other, work);
  const chosen = { ...all(), all: undefined, chosen: [mine] };
  expect(await theirs((db) => trashMany(db, chosen))).toBe(0);
  expect(await theirs((db) => tagMany(db, { ...all(), tag: "theirs" }))).toBe(0);
  expect(await count("mine")).toBe(1);
  const change = all("mine");
  await run((db) => trashMany(db, change));
  await expect(theirs((db) => undoBulkChange(db, change.id))).rejects.toMatchObject({ code: "notFound" });
  expect(await count("mine")).toBe(0);
});
