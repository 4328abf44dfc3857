import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { createContact } from "../data";
import type { NewContact } from "../schema";
import { trashContact } from "../trash/data";
import { countContacts, listContacts, suggestContacts } from "./data";
import { contactQuery } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const create = (contact: NewContact) => run((db) => createContact(db, contact));
const query = (address: Record<string, unknown> = {}) => contactQuery.parse(address);
const names = async (address: Record<string, unknown>) => {
  const page = await run((db) => listContacts(db, query(address)));
  expect(await run((db) => countContacts(db, query(address)))).toBe(page.contacts.length);
  return page.contacts.map((contact) => contact.fullName);
};

beforeAll(async () => {
  await create({
    fullName: "Sunniva Dåhl-Bjørnsen",
    company: "Nordlys Energi",
    position: "Programme lead",
    headline: "Grid storage, 100% renewable",
    location: "Tromsø",
    howWeMet: "after the keynote",
    expertise: "tariffs",
    notes: "Knows Marek\nplays Go",
    linkedIn: ["sunniva-d-9931"],
    emails: ["S.Dahl@post.example"],
    phones: ["+47 912 34 567"],
    links: ["https://pilot.example/team"],
    tags: ["Speaker"],
  });
  await create({ fullName: "Marek Elsewhere" });
  const trashed = await create({ fullName: "Sunniva Trashed" });
  await run((db) => trashContact(db, trashed));
});

test.each([
  "sunniva",
  "DAHL",
  "bjornsen",
  "nordlys",
  "programme",
  "grid storage",
  "tromso",
  "keynote",
  "tariffs",
  "marek go",
  "sunniva-d-9931",
  "https://no.linkedin.com/in/sunniva-d-9931/",
  "s.dahl@POST.example",
  "+47 912 34 567",
  "0047 91234567",
  "912 34 567",
  "pilot.example",
  "speaker",
  "energi sunniva",
  "100%",
  "dahl, sunniva",
])("%s finds her", async (q) => expect(await names({ q })).toEqual(["Sunniva Dåhl-Bjørnsen"]));

test.each(["sunniva marek elsewhere", "100_", "%", "zzz"])("%s finds nobody", async (q) =>
  expect(await names({ q })).toEqual(q === "%" ? ["Sunniva Dåhl-Bjørnsen"] : []),
);

test("what was edited or taken away is found no longer", async () => {
  const id = await create({ fullName: "Old Name", emails: ["old@mail.example"], tags: ["passing"] });
  await run(async (db) => {
    await db.contact.updateMany({ where: { ownerId: owner, id }, data: { fullName: "New Name" } });
    await db.contactPoint.deleteMany({ where: { ownerId: owner, contactId: id } });
    await db.tag.updateMany({ where: { ownerId: owner, name: "passing" }, data: { name: "lasting" } });
  });
  for (const q of ["old", "passing"]) expect(await names({ q })).toEqual([]);
  for (const q of ["new name", "lasting"]) expect(await names({ q })).toEqual(["New Name"]);
});

test("a box that completes names puts those first that begin so", async () => {
  const found = await run((db) => suggestContacts(db, "mar"));
  expect(found.map((contact) => contact.fullName)).toEqual(["Marek Elsewhere", "Sunniva Dåhl-Bjørnsen"]);
  expect(await run((db) => suggestContacts(db, " "))).toEqual([]);
});

test("another owner finds nothing", async () => {
  const other = await database.newOwner();
  for (const q of ["", "sunniva", "s"]) {
    expect((await asOwner(other, (db) => listContacts(db, query({ q })))).contacts).toEqual([]);
    expect(await asOwner(other, (db) => countContacts(db, query({ q })))).toBe(0);
  }
  expect(await asOwner(other, (db) => suggestContacts(db, "sunniva"))).toEqual([]);
});
