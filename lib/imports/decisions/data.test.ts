import { expect, test } from "vitest";
import { asOwner, type OwnerId } from "@/lib/db";
import { connectionsFile, csv } from "@/lib/testing/linkedin-files";
import { listMissing, sayMissing } from "../connections/missing/data";
import { queueImport } from "../data";
import { importTest, tally } from "../testing/import-test";
import { decideAll, decideRow, listQuestions } from "./data";

const { contacts, database, everything, finish, importFile, inDb, undo, upload } = importTest();

const ann = {
  first: "Ann",
  last: "Lee",
  url: "linkedin.com/in/ann",
  company: "Acme",
  position: "Cook",
  on: "1 Jan 2020",
};
const bob = { first: "Bob", last: "Ray", url: "linkedin.com/in/bob", company: "Acme", on: "2 Jan 2020" };
const cy = { first: "Cy", last: "Dorn", url: "linkedin.com/in/cy", on: "3 Jan 2020" };

const run = async (id: string) => {
  await inDb((db) => queueImport(db, id));
  return finish(id);
};
const question = async (id: string, file = 1) => {
  const { questions, open } = await inDb((db) => listQuestions(db, id, file));
  return { asked: questions[0], open };
};
const typed = (fullName: string, company: string) =>
  inDb((db) => db.contact.create({ data: { ownerId: db.owner, fullName, company }, select: { id: true } }));

test("somebody of the same name is asked about; without a word two people stay two, and no company is overwritten", async () => {
  const { id } = await typed("ann lee", "Typed Ltd");
  const batch = await upload(connectionsFile([ann, bob]));
  expect(tally(batch)).toEqual({ CREATED: 1, "CREATED sameName": 1 });
  expect(await question(batch.id)).toMatchObject({
    asked: { name: "Ann Lee", candidates: [{ id, name: "ann lee", about: "Typed Ltd" }], decision: null },
    open: 1,
  });
  await run(batch.id);
  expect(await contacts()).toMatchObject([
    { fullName: "Ann Lee", company: "Acme" },
    { fullName: "Bob Ray" },
    { fullName: "ann lee", company: "Typed Ltd", connectionStatus: "NONE" },
  ]);
});

test("it is them: the contact is completed, keeps what was typed, and undo takes it back", async () => {
  const { id } = await typed("ann lee", "Typed Ltd");
  const before = await everything();
  const batch = await upload(connectionsFile([ann]));
  await inDb((db) => decideRow(db, batch.id, { file: 1, line: 5, decision: id }));
  await run(batch.id);
  expect(await contacts()).toMatchObject([
    { company: "Typed Ltd", position: "Cook", connectionStatus: "CONNECTED", aliases: [{ slug: "ann" }] },
  ]);
  await undo(batch.id);
  expect(await everything()).toEqual(before);
});

test("left out, or all at once; and nobody else may be named", async () => {
  await typed("Ann Lee", "");
  const stranger = await typed("Not Asked", "");
  const batch = await upload(connectionsFile([ann]));
  const say = (decision: string) => inDb((db) => decideRow(db, batch.id, { file: 1, line: 5, decision }));
  await expect(say(stranger.id)).rejects.toThrow("moved");
  await expect(
    asOwner((await database.newOwner()) as OwnerId, (db) =>
      decideRow(db, batch.id, { file: 1, line: 5, decision: "skip" }),
    ),
  ).rejects.toThrow("moved");
  await say("skip");
  await inDb((db) => db.importRow.updateMany({ data: { decision: null } }));
  await inDb((db) => decideAll(db, batch.id, 1, "candidate"));
  await run(batch.id);
  expect(await contacts()).toHaveLength(2);
});

test("a recommendation from one of two is asked about, and waits", async () => {
  await typed("Uma Unknown", "Acme");
  const other = await typed("Uma Unknown", "Other");
  const file = csv([
    ["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"],
    ["Uma", "Unknown", "ACME", "Boss", "By company", "11/02/15, 08:00 AM", ""],
    ["Uma", "Unknown", "Elsewhere", "Boss", "Which?", "11/03/15, 08:00 AM", ""],
  ]);
  const batch = await upload({ "Recommendations_Received.csv": file });
  expect(tally(batch)).toEqual({ CREATED: 1, "SKIPPED undecided": 1 });
  await inDb((db) => decideRow(db, batch.id, { file: 1, line: 3, decision: other.id }));
  expect(tally(await run(batch.id))).toEqual({ CREATED: 2 });
  const given = await inDb((db) => db.recommendation.findMany({ where: { contactId: other.id } }));
  expect(given).toMatchObject([{ text: "Which?", direction: "RECEIVED", status: "PUBLISHED" }]);
});

test("a newer file brings up to date what an older one said, and never what was typed", async () => {
  await importFile(connectionsFile([ann, bob, cy]));
  await inDb((db) => db.contact.updateMany({ where: { fullName: "Bob Ray" }, data: { company: "Mine" } }));
  const before = await everything();
  const news = [
    { ...ann, company: "New Co", on: "1 Jan 2020" },
    { ...bob, company: "Other Co" },
    { ...cy, on: "3 Jan 2020" },
    { first: "Dee", last: "New", url: "linkedin.com/in/dee", on: "1 Feb 2021" },
  ];
  const batch = await importFile(connectionsFile(news));
  expect(tally(batch)).toEqual({ CREATED: 1, "MATCHED changed": 1, "MATCHED differs": 1, "MATCHED unchanged": 1 });
  expect(await contacts()).toMatchObject([{ company: "New Co" }, { company: "Mine" }, {}, { fullName: "Dee New" }]);
  // An older archive brought afterwards changes nothing back.
  expect(tally(await importFile(connectionsFile([ann])))).toEqual({ "MATCHED differs": 1 });
  await undo(batch.id);
  expect(await everything()).toEqual(before);
});

test("who disappeared is asked about: removed, or renamed, or nothing", async () => {
  await importFile(connectionsFile([ann, bob, cy]));
  const married = { ...ann, last: "Lee-Moss", url: "linkedin.com/in/ann-moss" };
  const batch = await upload(connectionsFile([married, { ...cy, on: "1 Feb 2021" }]));
  const { missing, total } = await inDb((db) => listMissing(db, batch.id));
  expect(total).toBe(2);
  expect(missing).toMatchObject([
    { name: "Ann Lee", maybe: [{ name: "Ann Lee-Moss" }] },
    { name: "Bob Ray", maybe: [] },
  ]);
  const before = await everything();
  await inDb(async (db) => {
    await decideRow(db, batch.id, { file: 1, line: 5, decision: missing[0]?.contactId ?? "" });
    await sayMissing(db, batch.id, missing[1]?.contactId ?? "", true);
  });
  expect(await inDb((db) => listMissing(db, batch.id))).toMatchObject({ total: 1 });
  expect(tally(await run(batch.id))).toMatchObject({ "MATCHED changed": 1 });
  expect(await contacts()).toMatchObject([
    { fullName: "Ann Lee", aliases: [{ slug: "ann" }, { slug: "ann-moss" }] },
    { fullName: "Bob Ray", connectionStatus: "REMOVED" },
    { fullName: "Cy Dorn" },
  ]);
  await undo(batch.id);
  expect(await everything()).toEqual(before);
  await expect(inDb((db) => sayMissing(db, batch.id, null, true))).resolves.toBe(0);
});

test("an invitation that is open here is accepted by a connection in the file, and open again after undo", async () => {
  const { id } = await typed("Ann Lee", "");
  await inDb(async (db) => {
    await db.linkedinAlias.create({ data: { ownerId: db.owner, contactId: id, slug: "ann" } });
    await db.contact.updateMany({ where: { id }, data: { connectionStatus: "INVITED" } });
    await db.invitation.create({
      data: { ownerId: db.owner, contactId: id, direction: "OUTGOING", status: "SENT", sentAt: new Date("2019-12-30") },
    });
  });
  const before = await everything();
  const batch = await importFile(connectionsFile([ann]));
  expect(await inDb((db) => db.invitation.findMany())).toMatchObject([
    { status: "ACCEPTED", answeredAt: new Date("2020-01-01") },
  ]);
  await undo(batch.id);
  expect(await everything()).toEqual(before);
});
