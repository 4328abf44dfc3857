// Who is found, on real Postgres: by whatever way the rows came, again after a change, and never again once decided.
import { beforeEach, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import type { NewContact } from "@/lib/contacts/schema";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { mergePeople } from "../merge/data";
import { getGroup, getProgress, markDistinct, nextGroup, putOff, undoDistinct } from "../review/data";
import { lookForDuplicates } from "./job";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const nextLikely = () => run((db) => nextGroup(db, "likely"));
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

test("who is only perhaps the third is asked about after the two who probably are one", async () => {
  await add(
    { fullName: "Anna Berg", emails: ["a@berg.example"] },
    { fullName: "Anna Berg", emails: ["a@berg.example"], company: "Nordlys" },
    { fullName: "Anna Berg", company: "Else" },
  );
  await lookForDuplicates(owner);
  expect((await nextLikely())?.people.map(({ company }) => company).sort()).toEqual(["Nordlys", null]);
  expect((await nextPerhaps())?.people).toHaveLength(3);
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

test("who is in the trash is nobody's duplicate, until restored", async () => {
  const [one = ""] = await add({ fullName: "Anna Berg" }, { fullName: "Anna Berg" });
  await lookForDuplicates(owner);
  const trash = (when: string) =>
    admin.query(`update contact set deleted_at = ${when} where owner_id = $1 and id = $2`, [owner, one]);
  await trash("now()");
  expect(await nextPerhaps()).toBeNull();
  expect((await run(getProgress)).perhaps).toBe(0);
  await lookForDuplicates(owner);
  await trash("null");
  await lookForDuplicates(owner);
  expect((await nextPerhaps())?.people).toHaveLength(2);
});

test("different people stay different: not asked again, not after another look, nor after one is merged into a third", async () => {
  const [one = "", two = "", three = ""] = await add(
    { fullName: "Anna Berg" },
    { fullName: "Anna Berg", company: "Nordlys" },
    { fullName: "Anna Berg", emails: ["a@berg.example"] },
  );
  await lookForDuplicates(owner);
  expect((await nextPerhaps())?.people).toHaveLength(3);
  await run((db) => markDistinct(db, [one, two]));
  await admin.query("update contact set company = 'Else' where owner_id = $1 and id = $2", [owner, one]);
  await admin.query("update contact set company = 'Else' where owner_id = $1 and id = $2", [owner, two]);
  await lookForDuplicates(owner);
  expect(await pairs()).toHaveLength(2);
  await run((db) => mergePeople(db, { people: [three, two], seen: [`${three} 1`, `${two} 1`], choices: {} }));
  await lookForDuplicates(owner);
  expect(await pairs()).toEqual([]);
  await run((db) => undoDistinct(db, [three, one]));
  await lookForDuplicates(owner);
  expect((await nextLikely())?.people).toHaveLength(2);
});

test("taking back what was said last leaves what was said before", async () => {
  const ids = await add(
    { fullName: "Anna Berg" },
    { fullName: "Anna Berg" },
    { fullName: "Anna Berg", company: "Nordlys" },
  );
  await lookForDuplicates(owner);
  await run((db) => markDistinct(db, ids.slice(0, 2)));
  await run((db) => markDistinct(db, ids));
  await run((db) => undoDistinct(db, ids));
  expect(await pairs()).toHaveLength(2);
});

test("what is put off comes after the others", async () => {
  await add(
    { fullName: "Anna Berg", emails: ["a@berg.example"] },
    { fullName: "Anna Berg", emails: ["a@berg.example"] },
    { fullName: "Nils Dahl", phones: ["91234567"] },
    { fullName: "Nils Dahl", phones: ["91234567"] },
  );
  await lookForDuplicates(owner);
  const first = await nextLikely();
  await run((db) => putOff(db, first?.people.map(({ id }) => id) ?? []));
  expect((await nextLikely())?.people.map(({ fullName }) => fullName)).toEqual(["Nils Dahl", "Nils Dahl"]);
});

test("another owner's people are neither compared nor shown nor decided on", async () => {
  const [mine = ""] = await add({ fullName: "Anna Berg" });
  const other = await database.newOwner();
  const [theirs = "", second = ""] = await asOwner(other, async (db) => [
    await createContact(db, { fullName: "Anna Berg" }),
    await createContact(db, { fullName: "Anna Berg" }),
  ]);
  await lookForDuplicates(owner);
  await lookForDuplicates(other);
  expect(await pairs()).toEqual([]);
  expect(await run((db) => getGroup(db, [theirs, second]))).toBeNull();
  await expect(run((db) => markDistinct(db, [theirs, second]))).rejects.toMatchObject({ code: "notFound" });
  await expect(run((db) => markDistinct(db, [mine, second]))).rejects.toMatchObject({ code: "notFound" });
  await run((db) => undoDistinct(db, [theirs, second]));
  await run((db) => putOff(db, [theirs, second]));
  expect(await asOwner(other, getProgress)).toMatchObject({ perhaps: 1 });
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
