import { beforeAll, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { trashContact } from "@/lib/contacts/trash/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { logInteraction } from "../data";
import { findContacts, getContactChoice, listRecentPeople } from "./data";

const database = testDatabase();
let owner: OwnerId;
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const names = async (query: string) => (await run((db) => findContacts(db, query))).map(({ name }) => name);

beforeAll(async () => {
  owner = await database.newOwner();
  await run(async (db) => {
    await createContact(db, { fullName: "Anna Berg", position: "Editor", company: "Gridpost" });
    await createContact(db, { fullName: "Joanna Lind" });
    await createContact(db, { fullName: "Elif Annan" });
    await createContact(db, { fullName: "Élodie Quist", notes: "Knows Zacharias" });
    await createContact(db, { fullName: "50%_off\\ Olsen" });
    await trashContact(db, await createContact(db, { fullName: "Anna Trash" }));
  });
  const other = await database.newOwner();
  await asOwner(other, (db) => createContact(db, { fullName: "Anna Elsewhere" }));
});

test("names that begin with it come first, then words that do, then the rest; never the trash, never another's", async () => {
  expect(await names("ANN")).toEqual(["Anna Berg", "Elif Annan", "Joanna Lind"]);
});

test("a company finds its people, and tells namesakes apart", async () => {
  expect(await run((db) => findContacts(db, "grid"))).toEqual([
    { id: expect.any(String), name: "Anna Berg", detail: "Editor, Gridpost" },
  ]);
});

test("accents don't matter, and words may stand in any order", async () => {
  expect(await names("elodie")).toEqual(["Élodie Quist"]);
  expect(await names("berg anna")).toEqual(["Anna Berg"]);
});

test("somebody mentioned in notes is not the person the notes are about", async () => {
  expect(await names("zacharias")).toEqual([]);
});

test("wild cards are letters like any other", async () => {
  expect(await names("%")).toEqual(["50%_off\\ Olsen"]);
  expect(await names("_off\\")).toEqual(["50%_off\\ Olsen"]);
  expect(await names("' or 1=1")).toEqual([]);
});

test("a contact in the trash or of another owner is no choice", async () => {
  const { rows } = await database.admin.query<{ id: string }>(
    "select id from contact where full_name in ('Anna Trash', 'Anna Elsewhere')",
  );
  expect(rows).toHaveLength(2);
  for (const { id } of rows) expect(await run((db) => getContactChoice(db, id))).toBeNull();
});

test("the people last in touch with come newest first, none in the trash, none of another owner’s", async () => {
  const met = async (fullName: string, daysAgo: number) => {
    const id = await run((db) => createContact(db, { fullName }));
    const what = { kind: "IN_PERSON", direction: "JOINT", depth: "NORMAL", groupSize: null, notes: null } as const;
    const who = { contactIds: [id], newNames: [], names: [], followUpTitle: null, followUpDue: null };
    const occurredAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
    await run((db) => logInteraction(db, newOperationKey(), { ...what, ...who, occurredAt }));
    return id;
  };
  await met("Long Ago", 300);
  await met("Just Now", 1);
  await met("Last Week", 7);
  const gone = await met("Thrown Away", 2);
  await run((db) => trashContact(db, gone));

  const recent = await run((db) => listRecentPeople(db));
  expect(recent.map(({ name }) => name)).toEqual(["Just Now", "Last Week", "Long Ago"]);
  expect(await run((db) => listRecentPeople(db, 1))).toHaveLength(1);
  const other = await database.newOwner();
  expect(await asOwner(other, (db) => listRecentPeople(db))).toEqual([]);
});
