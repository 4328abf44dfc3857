// Who is found, on real Postgres: by whatever way the rows came, again after a change, and never again once decided.
import { beforeEach, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import type { NewContact } from "@/lib/contacts/schema";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { somebodyWaits } from "@/lib/testing/waiting";
import { getProgress, nextGroup } from "../review/data";
import { makeTraits, pairReady } from "./data";
import { lookForDuplicates } from "./job";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const nextPerhaps = () => run((db) => nextGroup(db, "perhaps"));
const add = (...people: (Partial<NewContact> & { fullName: string })[]) =>
  run(async (db) => {
    const ids: string[] = [];
    for (const person of people) ids.push(await createContact(db, person));
    return ids;
  });
const pairs = async () =>
  (
    await admin.query<{ names: string[]; reasons: string[]; score: number }>(
      `select array(select full_name from contact where owner_id = p.owner_id and id in (p.contact_id, p.other_id) order by 1) as names,
         reasons, score
       from duplicate_pair p where owner_id = $1 and distinct_at is null order by score desc, 1`,
      [owner],
    )
  ).rows;
const reasonsOf = async (
  one: Partial<NewContact> & { fullName: string },
  other: Partial<NewContact> & { fullName: string },
) => {
  await add(one, other);
  await lookForDuplicates(owner);
  return (await pairs())[0]?.reasons ?? [];
};

test.each([
  ["name", { fullName: "Anna Berg" }, { fullName: "anna  BERG" }, ["name"]],
  ["order", { fullName: "Anna Berg" }, { fullName: "Berg, Anna" }, ["name"]],
  ["umlauts", { fullName: "Jürgen Müller" }, { fullName: "Juergen Mueller" }, ["written"]],
  ["script", { fullName: "Сергей Юрьев" }, { fullName: "Sergei Yuriev" }, ["script"]],
  ["nickname", { fullName: "Bob Smith" }, { fullName: "Robert Smith" }, ["nickname"]],
  ["middle name", { fullName: "Anna Maria Berg" }, { fullName: "Anna Berg" }, ["middle"]],
  [
    "misspelled",
    { fullName: "Anna Bergstrom", company: "Nordlys AS" },
    { fullName: "Anna Berstrom", company: "Nordlys" },
    ["spelling", "company"],
  ],
  [
    "initial",
    { fullName: "J. Smith", company: "Nordlys" },
    { fullName: "John Smith", company: "Nordlys" },
    ["initial", "company"],
  ],
  [
    "e-mail",
    { fullName: "Anna Berg", emails: ["Anna+x@gmail.com"] },
    { fullName: "Anna Dahl", emails: ["anna@googlemail.com"] },
    ["email"],
  ],
  [
    "phone",
    { fullName: "Anna Berg", phones: ["+47 912 34 567"] },
    { fullName: "Anna Berg", phones: ["91234567"] },
    ["name", "phone"],
  ],
  [
    "profile",
    { fullName: "A", linkedIn: ["anna-berg"] },
    { fullName: "B", links: ["https://de.linkedin.com/in/Anna-Berg"] },
    ["profile"],
  ],
])("two with the same: %s", async (_, one, other, reasons) => {
  expect(await reasonsOf(one, other)).toEqual(reasons);
});

test("two LinkedIn profiles are two people, unless more speaks for one", async () => {
  expect(
    await reasonsOf(
      { fullName: "Anna Berg", linkedIn: ["anna-berg"] },
      { fullName: "Anna Berg", linkedIn: ["anna-berg-2"] },
    ),
  ).toEqual([]);
  await add(
    { fullName: "Nils Dahl", linkedIn: ["nils"], emails: ["n@dahl.example"] },
    { fullName: "Nils Dahl", linkedIn: ["nils-2"], emails: ["n@dahl.example"] },
  );
  await lookForDuplicates(owner);
  expect(await pairs()).toMatchObject([{ reasons: ["name", "email"] }]);
});

test("a name that many have, and a mailbox that many share, prove nothing and cost nothing", async () => {
  await admin.query(
    `insert into contact (owner_id, full_name, company) select $1, 'John Smith', case when n % 2 = 0 then 'Smith & Co' end from generate_series(1, 5000) n`,
    [owner],
  );
  await admin.query(
    `insert into contact_point (owner_id, contact_id, kind, value, normalised)
     select $1, id, 'EMAIL', 'front.desk@smith.example', 'front.desk@smith.example' from contact where owner_id = $1`,
    [owner],
  );
  await lookForDuplicates(owner);
  expect(await pairs()).toEqual([]);
  await add(
    { fullName: "John Smith", company: "Rare Ltd" },
    { fullName: "John Smith", company: "Rare", emails: ["john@rare.example"] },
    { fullName: "Jon Smith", emails: ["john@rare.example"] },
  );
  await lookForDuplicates(owner);
  expect((await pairs()).map(({ reasons }) => reasons)).toEqual([["nickname", "email"]]);
});

test("what name and company prove depends on how many have them", async () => {
  const crowd = (count: number, name: string, company: string) =>
    admin.query(
      `insert into contact (owner_id, full_name, company) select $1, replace($3, '#', to_hex(hashint4(n))), $4 from generate_series(1, $2::int) n`,
      [owner, count, name, company],
    );
  await crowd(3_000, "Zed#", "Large");
  await crowd(30, "John Smith", "");
  await add({ fullName: "John Smith", company: "Large" }, { fullName: "John Smith", company: "Large" });
  await lookForDuplicates(owner);
  expect(await pairs()).toEqual([]);
  await add({ fullName: "John Smith", company: "Small" }, { fullName: "John Smith", company: "Small" });
  await lookForDuplicates(owner);
  expect(await pairs()).toMatchObject([{ reasons: ["name", "company"], score: 74 }]);
});

test("found again after a change, gone after another; only who changed is looked at", async () => {
  const [one = "", other = ""] = await add({ fullName: "Anna Berg" }, { fullName: "Nils Dahl" });
  await lookForDuplicates(owner);
  expect(await run(getProgress)).toEqual({ likely: 0, perhaps: 0, decided: 0, waiting: 0, contacts: 0 });
  await admin.query("update contact set full_name = 'Anna Berg' where owner_id = $1 and id = $2", [owner, other]);
  expect((await run(getProgress)).waiting).toBe(1);
  await lookForDuplicates(owner);
  expect(await pairs()).toHaveLength(1);
  await admin.query("insert into linkedin_alias (owner_id, contact_id, slug) values ($1, $2, 'a'), ($1, $3, 'b')", [
    owner,
    one,
    other,
  ]);
  await lookForDuplicates(owner);
  expect(await pairs()).toEqual([]);
});

test("whoever is being deleted while the look is under way isn't waited for", async () => {
  const [one = "", other = ""] = await add({ fullName: "Anna Berg" }, { fullName: "Anna Berg" });
  await run((db) => makeTraits(db, null, 10));
  const writer = await admin.connect();
  await writer.query("begin");
  await writer.query("delete from contact where owner_id = $1 and id = $2", [owner, one]);
  await run(pairReady);
  await writer.query("rollback");
  writer.release();
  expect(await pairs()).toEqual([]);
  await lookForDuplicates(owner);
  expect((await nextPerhaps())?.people.map(({ id }) => id).sort()).toEqual([one, other].sort());
});

test("whoever is changed while the look is under way is looked at again", async () => {
  const [one = "", other = ""] = await add({ fullName: "Anna Berg" }, { fullName: "Nils Dahl" });
  const writer = await admin.connect();
  await writer.query("begin");
  await writer.query("update contact set full_name = 'Anna Berg' where owner_id = $1 and id = $2", [owner, other]);
  await lookForDuplicates(owner); // holds up neither
  await writer.query("commit");
  writer.release();
  expect((await run(getProgress)).waiting).toBe(1);
  await lookForDuplicates(owner);
  expect((await nextPerhaps())?.people.map(({ id }) => id).sort()).toEqual([one, other].sort());
});

test("whoever is saved while everybody is compared doesn't wait for it", async () => {
  const [, other] = await add({ fullName: "Anna Berg" }, { fullName: "Anna Berg" });
  const writer = await admin.connect();
  await writer.query("begin");
  await writer.query("lock table duplicate_pair in share mode"); // what was found can't be written before the end
  const look = lookForDuplicates(owner);
  await somebodyWaits(admin);
  // Were the contact locked by the look, the two would wait for each other.
  await writer.query("update contact set full_name = 'Nils Dahl' where owner_id = $1 and id = $2", [owner, other]);
  await writer.query("commit");
  writer.release();
  await look;
  expect((await run(getProgress)).waiting).toBe(1);
});
