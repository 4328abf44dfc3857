import { beforeEach, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { markDistinct } from "../review/data";
import { lookForDuplicates } from "../scan/job";
import { findResembling, listResembling } from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const unknown = { fullName: "", company: null, emails: [], phones: [], links: [], slugs: [] };

test("while a name is typed: who it may be, the likeliest first, and why", async () => {
  await run((db) => createContact(db, { fullName: "Robert Smith", company: "Nordlys" }));
  await run((db) => createContact(db, { fullName: "Bob Smith", emails: ["bob@smith.example"] }));
  await lookForDuplicates(owner);
  const found = await run((db) =>
    findResembling(db, { ...unknown, fullName: "bob smith", emails: ["Bob@Smith.example"] }),
  );
  expect(found.map(({ fullName, reasons }) => [fullName, reasons])).toEqual([
    ["Bob Smith", ["name", "email"]],
    ["Robert Smith", ["nickname"]],
  ]);
  expect(await run((db) => findResembling(db, unknown))).toEqual([]);
  expect(await run((db) => findResembling(db, { ...unknown, fullName: "%_\\ '; --" }))).toEqual([]);
});

test("a contact's own page names those like it, whatever case and accents, until they are said to be others", async () => {
  const id = await run((db) => createContact(db, { fullName: "Zoë Strøm" }));
  const twin = await run((db) => createContact(db, { fullName: "zoe strøm", company: "Labs" }));
  await lookForDuplicates(owner);
  const other = await run((db) => createContact(db, { fullName: "Zoë Strøm", emails: ["zoe@strom.example"] }));
  expect(await run((db) => listResembling(db, other))).toHaveLength(2); // before the look has come by
  await run((db) => markDistinct(db, [id, other]));
  expect(await run((db) => listResembling(db, id))).toMatchObject([
    { id: twin, fullName: "zoe strøm", company: "Labs" },
  ]);
  await run((db) => markDistinct(db, [id, twin]));
  expect(await run((db) => listResembling(db, id))).toEqual([]);
});

test("another owner's people are nobody that could be meant", async () => {
  const id = await run((db) => createContact(db, { fullName: "Zoë Strøm" }));
  await lookForDuplicates(owner);
  const other = await database.newOwner();
  await asOwner(other, (db) => createContact(db, { fullName: "Zoë Strøm" }));
  await lookForDuplicates(other);
  expect(await run((db) => listResembling(db, id))).toEqual([]);
  expect(await asOwner(other, (db) => listResembling(db, id))).toEqual([]);
  const theirs = await asOwner(other, (db) => findResembling(db, { ...unknown, fullName: "Zoe Strøm" }));
  expect(theirs).toHaveLength(1);
  expect(theirs[0]?.id).not.toBe(id);
});
