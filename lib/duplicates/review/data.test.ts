// Going through what was found, on real Postgres: the likeliest first, and never again once decided.
import { beforeEach, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import type { NewContact } from "@/lib/contacts/schema";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { mergePeople } from "../merge/data";
import { lookForDuplicates } from "../scan/job";
import { getGroup, getProgress, markDistinct, nextGroup, putOff, undoDistinct } from "./data";

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
