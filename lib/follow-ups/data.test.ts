import { beforeAll, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { trashContact } from "@/lib/contacts/trash/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import {
  completeFollowUp,
  createFollowUp,
  deleteFollowUp,
  getDueFollowUps,
  listFollowUps,
  reopenFollowUp,
  snoozeFollowUp,
} from "./data";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
let ada: string;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
  ada = await run((db) => createContact(db, { fullName: "Ada" }));
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const follow = (title: string, dueOn: string, contactId = ada) =>
  run((db) => createFollowUp(db, { contactId, title, dueOn }));
const dueOn = async (today: string) => (await run((db) => getDueFollowUps(db, today))).items.map(({ title }) => title);

test("due is what has come due, the longest due first; done, snoozed and trashed are not", async () => {
  const bob = await run((db) => createContact(db, { fullName: "Bob" }));
  await follow("today", "2026-11-22");
  await follow("tomorrow", "2026-11-23");
  await follow("last week", "2026-11-15");
  await follow("in the trash", "2026-11-15", bob);
  await run((db) => trashContact(db, bob));
  const done = await follow("done", "2026-11-15");
  await run((db) => completeFollowUp(db, done));
  const later = await follow("later", "2026-11-15");
  await run((db) => snoozeFollowUp(db, later, "2026-11-24"));
  expect(await dueOn("2026-11-22")).toEqual(["last week", "today"]);
  expect(await dueOn("2026-11-24")).toEqual(["last week", "later", "today", "tomorrow"]);
  const first = await run((db) => getDueFollowUps(db, "2026-11-24", 1));
  expect(first.count).toBe(4);
  expect(first.items).toEqual([
    {
      id: expect.any(String),
      contactId: ada,
      contactName: "Ada",
      title: "last week",
      dueOn: "2026-11-15",
      snoozedUntil: null,
      doneAt: null,
    },
  ]);
});

test("done twice keeps the first time; undone is open again", async () => {
  const cy = await run((db) => createContact(db, { fullName: "Cy" }));
  const id = await follow("call", "2026-11-15", cy);
  const read = async () => (await run((db) => listFollowUps(db, cy)))[0];
  await run((db) => completeFollowUp(db, id));
  const first = (await read())?.doneAt;
  await run((db) => completeFollowUp(db, id));
  expect((await read())?.doneAt).toBe(first);
  await run((db) => reopenFollowUp(db, id));
  expect((await read())?.doneAt).toBeNull();
});

test("a contact's open ones come by their day, then the last few done", async () => {
  const dee = await run((db) => createContact(db, { fullName: "Dee" }));
  for (const day of ["2026-12-03", "2026-12-01"]) await follow(day, day, dee);
  for (const title of ["done first", "done last"]) {
    const id = await follow(title, "2026-11-01", dee);
    await run((db) => completeFollowUp(db, id));
  }
  expect((await run((db) => listFollowUps(db, dee, 1))).map(({ title }) => title)).toEqual([
    "2026-12-01",
    "2026-12-03",
    "done last",
  ]);
});

test("another owner's follow-up or contact is not found", async () => {
  const id = await follow("mine", "2027-01-01");
  const theirs = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(other, work);
  const gone = { code: "notFound" };
  await expect(
    theirs((db) => createFollowUp(db, { contactId: ada, title: "x", dueOn: "2026-12-01" })),
  ).rejects.toMatchObject(gone);
  await expect(theirs((db) => completeFollowUp(db, id))).rejects.toMatchObject(gone);
  await expect(theirs((db) => reopenFollowUp(db, id))).rejects.toMatchObject(gone);
  await expect(theirs((db) => snoozeFollowUp(db, id, "2026-12-01"))).rejects.toMatchObject(gone);
  await expect(theirs((db) => deleteFollowUp(db, id))).rejects.toMatchObject(gone);
  expect(await theirs((db) => listFollowUps(db, ada))).toEqual([]);
  await run((db) => deleteFollowUp(db, id));
});
