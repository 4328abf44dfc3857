// Who was said to be different people stays said when an import is taken back, and when the same file comes again.
import { expect, test } from "vitest";
import { asOwner } from "@/lib/db";
import { listDecisions } from "@/lib/duplicates/decisions/data";
import { mergePeople, undoMerge } from "@/lib/duplicates/merge/data";
import { markDistinct, readCandidates, undoDistinct } from "@/lib/duplicates/review/data";
import { lookForDuplicates } from "@/lib/duplicates/scan/job";
import { connectionsFile, csv } from "@/lib/testing/linkedin-files";
import { queueImport } from "../data";
import { decideAll, listQuestions } from "../decisions/data";
import { importTest, tally } from "../testing/import-test";

const { actAs, database, finish, importFile, inDb, owner, undo, upload } = importTest();

const lena = { first: "Lena", last: "Okafor", company: "Brightwell", on: "1 Feb 2020" };
const file = connectionsFile([
  { ...lena, url: "https://www.linkedin.com/in/lena-okafor" },
  { ...lena, first: "L.", url: "https://www.linkedin.com/in/l-okafor", email: "lena@brightwell.example" },
]);

const typed = (fullName: string) =>
  inDb(async (db) => {
    const made = await db.contact.create({
      data: { ownerId: db.owner, fullName, company: "Brightwell" },
      select: { id: true },
    });
    return made.id;
  });
const idsOf = (like: string) =>
  inDb(async (db) => {
    const where = { ownerId: db.owner, fullName: { contains: like } };
    return (await db.contact.findMany({ where, select: { id: true }, orderBy: { fullName: "asc" } })).map(
      ({ id }) => id,
    );
  });
const asked = async () => {
  await lookForDuplicates(owner());
  return inDb((db) => db.duplicatePair.count({ where: { ownerId: db.owner, distinctAt: null } }));
};
const decided = () =>
  inDb(async (db) => {
    const { decisions } = await listDecisions(db, { limit: 10 });
    return decisions.map((one) =>
      "distinct" in one ? one.distinct.people.map(({ fullName }) => fullName).sort() : [],
    );
  });
const merge = (people: string[]) =>
  inDb(async (db) => {
    const seen = (await readCandidates(db, people)).map(({ id, version }) => `${id} ${version}`);
    return mergePeople(db, { people, seen, choices: {} });
  });
const distinct = (people: string[]) => inDb((db) => markDistinct(db, people));

test("about contacts that stay it stands", async () => {
  const people = [await typed("Ida Berg"), await typed("Ida Berg")];
  expect(await asked()).toBe(1);
  await distinct(people);
  const batch = await importFile(
    connectionsFile([{ first: "Ida", last: "Berg", company: "Brightwell", email: "ida@berg.example" }]),
  );
  await asked();
  await undo(batch.id);
  expect(await asked()).toBe(0);
  expect(await decided()).toEqual([["Ida Berg", "Ida Berg"]]);
});

test("about contacts that go with the import it comes back with them: two of the file, one who stays and one who goes", async () => {
  await typed("Lena Okafor");
  const batch = await importFile(file);
  expect(await asked()).toBeGreaterThan(0);
  await distinct(await idsOf("Okafor"));
  const before = await decided();
  await undo(batch.id);
  expect(await idsOf("Okafor")).toHaveLength(1);
  expect(await asked()).toBe(0);
  expect(await decided()).toEqual([]);
  await importFile(file);
  expect(await idsOf("Okafor")).toHaveLength(3);
  expect(await asked()).toBe(0);
  expect(await decided()).toEqual(before);
  // … and is taken back as it would have been.
  const people = await idsOf("Okafor");
  await inDb((db) => undoDistinct(db, people));
  expect(await asked()).toBeGreaterThan(0);
});

test("nor does the preview of the same file ask whether one is the other", async () => {
  await typed("Lena Okafor");
  const batch = await importFile(file);
  const preview = async () => {
    const { id } = await upload(file);
    return (await inDb((db) => listQuestions(db, id, 1))).open;
  };
  await undo(batch.id);
  expect(await preview()).toBeGreaterThan(0);
  const again = await importFile(file);
  await distinct(await idsOf("Okafor"));
  await undo(again.id);
  expect(await preview()).toBe(0);
});

test("who was somebody new among the rows of a file is nobody of those it asked about, now and when it comes again", async () => {
  const cards = csv([
    ["First Name", "Last Name", "Company", "Email Address"],
    ["Lena", "Okafor", "Brightwell", "lena@home.example"],
  ]);
  await typed("Lena Okafor");
  const bring = async () => {
    const { id } = await upload({ "people.csv": cards });
    await inDb((db) => decideAll(db, id, 1, "new"));
    await inDb((db) => queueImport(db, id));
    return finish(id);
  };
  const batch = await bring();
  expect(tally(batch)).toEqual({ CREATED: 1 });
  expect(await asked()).toBe(0);
  expect(await decided()).toEqual([["Lena Okafor", "Lena Okafor"]]);
  await undo(batch.id);
  const again = await importFile({ "people.csv": cards });
  expect(tally(again)).toEqual({ CREATED: 1 });
  expect(await asked()).toBe(0);
});

test("a contact that was merged meanwhile is the one they are now, also when the merge is undone after that", async () => {
  const [here, other] = [await typed("Lena Okafor"), await typed("Lena Okafor")];
  const batch = await importFile(file);
  await distinct([...(await idsOf("L. Okafor")), here]);
  await undo(batch.id);
  const merged = await merge([other, here]);
  await importFile(file);
  const [back = ""] = await idsOf("L. Okafor");
  const isDecided = (one: string) =>
    inDb((db) =>
      db.duplicatePair.count({
        where: {
          ownerId: db.owner,
          contactId: { in: [one, back] },
          otherId: { in: [one, back] },
          distinctAt: { not: null },
        },
      }),
    );
  expect(await isDecided(other)).toBe(1);
  await inDb((db) => undoMerge(db, merged));
  expect(await isDecided(here)).toBe(1);
});

test("what is remembered is its owner's alone", async () => {
  await typed("Lena Okafor");
  const batch = await importFile(file);
  await distinct(await idsOf("Okafor"));
  await undo(batch.id);
  const [mine, theirs] = [owner(), await database.newOwner()];
  expect(await asOwner(theirs, (db) => db.distinctPair.count())).toBe(0);
  actAs(theirs);
  await typed("Lena Okafor");
  await importFile(file);
  expect(await asked()).toBeGreaterThan(0);
  actAs(mine);
  await importFile(file);
  expect(await asked()).toBe(0);
});
