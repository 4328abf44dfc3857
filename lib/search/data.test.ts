import { beforeAll, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { findEverything } from "./data";

const database = testDatabase();
let owner: OwnerId;
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = (fullName: string, what: Partial<Parameters<typeof createContact>[1]> = {}) =>
  run((db) => createContact(db, { fullName, ...what }));
const find = (typed: string) => run((db) => findEverything(db, typed));
const names = async (typed: string) => (await find(typed)).people.map(({ name }) => name);
const trash = (id: string) => run((db) => db.contact.updateMany({ where: { id }, data: { deletedAt: new Date() } }));
const log = (notes: string, daysAgo: number, ...people: string[]) =>
  run(async (db) => {
    const occurredAt = new Date(Date.now() - daysAgo * 86_400_000);
    const { id: interactionId } = await db.interaction.create({
      data: { ownerId: owner, kind: "CALL", occurredAt, notes },
      select: { id: true },
    });
    await db.interactionContact.createMany({
      data: people.map((contactId) => ({ ownerId: owner, interactionId, contactId })),
    });
    return interactionId;
  });

beforeAll(async () => {
  owner = await database.newOwner();
  await person("Nadia Petrov", { company: "Brightwell Energy", position: "Engineer" });
  await person("Anna Brüggemann", { company: "Brightwell Energy", tags: ["Choir"] });
  await person("Bjørn Straße");
  await person("Jean-Luc O’Brien", { company: "Ärzte & Söhne" });
});

test.each([
  ["as typed", "Nadia Petrov", "Nadia Petrov"],
  ["another order", "Petrov Nadia", "Nadia Petrov"],
  ["as far as it is typed", "petr na", "Nadia Petrov"],
  ["one letter", "n", "Nadia Petrov"],
  ["a last letter mistaken", "Petrof", "Nadia Petrov"],
  ["two neighbours swapped", "Pertov", "Nadia Petrov"],
  ["a slip beside a word that is right", "nadia pertov", "Nadia Petrov"],
  ["a letter left out", "brugemann", "Anna Brüggemann"],
  ["no accents", "Bruggemann", "Anna Brüggemann"],
  ["accents where there are none", "Nádià", "Nadia Petrov"],
  ["letters that fold to two", "strasse", "Bjørn Straße"],
  ["behind a hyphen", "luc", "Jean-Luc O’Brien"],
  ["company and name", "brightwell engineer", "Nadia Petrov"],
])("somebody is found by %s: %s", async (_, typed, name) => expect(await names(typed)).toEqual([name]));

test("signs that mean something to a database are looked for as they are", async () => {
  for (const typed of ["%", "_", "\\", "'", "a'b", "%%%", "::*", "& | !", "()", "-"]) {
    expect(await names(typed)).toEqual([]);
  }
});

test("the name’s beginning comes first, then its words’, then the rest of the record, then likeness; of equals the stronger", async () => {
  await person("Hal Marlow");
  const strong = await person("Marlow Quist");
  await person("Marlow Abbot");
  await person("Ida Elsewhere", { headline: "Formerly at Marlow" });
  await log("", 1, strong);
  expect(await names("marlow")).toEqual(["Marlow Quist", "Marlow Abbot", "Hal Marlow", "Ida Elsewhere"]);
  expect((await find("marlow")).people.map(({ isNamed }) => isNamed)).toEqual([true, true, true, false]);
  const alike = await names("marlov");
  expect([alike[0], alike.length]).toEqual(["Marlow Quist", 3]);
});

test("of very many called alike, the strongest are found", async () => {
  await database.admin.query(
    "insert into contact (owner_id, full_name) select $1, 'Quentin ' || n from generate_series(1, 700) n",
    [owner],
  );
  const strong = await person("Zora Quentin");
  const stronger = await person("Quentin Zzz");
  await log("", 3, strong);
  await log("", 2, stronger);
  expect((await names("quen")).slice(0, 1)).toEqual(["Quentin Zzz"]);
  expect(await names("zora quen")).toEqual(["Zora Quentin"]);
});

test("companies and tags: by any word, with slips, and how many are there", async () => {
  expect((await find("bright")).companies).toEqual([{ name: "Brightwell Energy", people: 2 }]);
  expect((await find("energy")).companies).toEqual([{ name: "Brightwell Energy", people: 2 }]);
  expect((await find("brightwel energie")).companies).toEqual([{ name: "Brightwell Energy", people: 2 }]);
  expect((await find("arzte")).companies).toEqual([{ name: "Ärzte & Söhne", people: 1 }]);
  expect((await find("cho")).tags).toMatchObject([{ name: "Choir" }]);
  expect((await find("chior")).tags.length + (await find("choirs")).tags.length).toBeGreaterThan(0);
});

test("what was noted of an interaction: any words in any order, the newest first, with who and where", async () => {
  const [ada, bo] = [await person("Ada Noted"), await person("Bo Noted")];
  await log("We spoke about Zürich tariffs, again.", 9, ada, bo);
  const latest = await log("Tariff study\nsent to zurich@example.org", 2, ada);
  const { interactions } = await find("zurich tarif");
  expect(interactions.map(({ people }) => people)).toEqual([["Ada Noted"], ["Ada Noted", "Bo Noted"]]);
  expect(interactions[0]).toMatchObject({ id: latest, kind: "CALL" });
  expect(interactions[0]?.excerpt).toEqual([
    { text: "Tarif", isHit: true },
    { text: "f study sent to ", isHit: false },
    { text: "zurich", isHit: true },
    { text: "@example.org", isHit: false },
  ]);
  expect((await find("example.org")).interactions).toHaveLength(1);
  expect((await find("riffs")).interactions).toEqual([]);
  await log("A word so long: ".concat("x".repeat(5_000)), 1, ada); // no index takes such a word
});

test("who is mentioned in a note is found and read by name, not by how it is stored", async () => {
  const [ida, otto] = [await person("Ida Quast"), await person("Otto Quast")];
  const id = await log(`Ask @[Otto Quast](contact:${otto}) about dredging`, 3, ida);
  for (const typed of ["otto dredging", "dredging"]) {
    const [found] = (await find(typed)).interactions;
    expect(found?.id).toBe(id);
    expect(found?.excerpt.map(({ text }) => text).join("")).toBe("Ask @Otto Quast about dredging");
  }
  expect((await find(`dredging ${otto.slice(0, 8)}`)).interactions).toEqual([]);
});

test("what was noted about somebody is told once, with where it stands", async () => {
  await person("Noa Note", { notes: "Keeps bees in Łódź." });
  const found = await find("lodz bees");
  expect(found.notes).toMatchObject([{ name: "Noa Note" }]);
  expect(found.notes[0]?.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["bees", "Łódź"]);
  expect(found.people).toEqual([]);
});

test("nobody from the trash, whatever speaks for them", async () => {
  const gone = await person("Gunnar Gone", { company: "Vanished Ltd", notes: "Owned a lighthouse" });
  await log("Lighthouse visit", 1, gone);
  expect((await find("lighthouse")).interactions).toHaveLength(1);
  await trash(gone);
  for (const typed of ["gunnar", "gunar", "vanished", "lighthouse"]) {
    expect(await find(typed)).toEqual({ people: [], companies: [], tags: [], interactions: [], notes: [] });
  }
});

test("another owner finds nothing of it", async () => {
  const other = await database.newOwner();
  for (const typed of ["petrov", "petrof", "brightwell", "choir", "tariff", "bees", "n"]) {
    expect(await asOwner(other, (db) => findEverything(db, typed))).toEqual({
      people: [],
      companies: [],
      tags: [],
      interactions: [],
      notes: [],
    });
  }
});
