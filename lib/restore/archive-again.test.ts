// Life after a move: what an owner brought, merged and decided before they took everything is known where they brought
// it back. The same files change nothing there, and newer ones say what they would have said before.
import { expect, test } from "vitest";
import { listDecisions } from "../duplicates/decisions/data";
import { mergePeople, undoMerge, whoIsNow } from "../duplicates/merge/data";
import { markDistinct, readCandidates } from "../duplicates/review/data";
import { lookForDuplicates } from "../duplicates/scan/job";
import { stands } from "../duplicates/schema";
import { everything as takeEverything } from "../exports/everything";
import { countOf } from "../imports/schema";
import { sayColumns } from "../imports/tables/data";
import { importTest, tally } from "../imports/testing/import-test";
import { archives } from "../testing/linkedin-archives";
import { connectionsFile, inPieces, messagesFile } from "../testing/linkedin-files";
import { calendar, cards, event, googleNew, outlook } from "../testing/other-files";
import { zip } from "../testing/zip";
import { restore } from "./restore";

const { actAs, contacts, database, everything, importFile, inDb, owner, undo, upload } = importTest();

type Files = Parameters<typeof importFile>[0];

/** Takes everything, and from here on is somebody else who brought it back. */
async function move() {
  const text = await inDb(async (db) => {
    let text = "";
    for await (const piece of takeEverything(db)) text += piece;
    return text;
  });
  const moved = await database.newOwner();
  await restore(moved, inPieces(text, 40_000));
  actAs(moved);
}

/** What a preview says of each row, each person and everybody who is missing. */
async function preview(files: Files) {
  const { id } = await upload(files);
  const list = async (sql: string) => (await database.admin.query(sql, [owner(), id])).rows;
  return {
    rows: await list(
      `select file, line, outcome, reason, proposed_id, entity_id, changes, candidates, people from import_row
       where owner_id = $1 and batch_id = $2 order by file, line`,
    ),
    people: await list(
      `select key, person, outcome, reason, contact_id, sent from import_person
       where owner_id = $1 and batch_id = $2 order by key`,
    ),
    missing: await list(
      "select contact_id, removed from import_missing where owner_id = $1 and batch_id = $2 order by 2",
    ),
  };
}

const idsOf = (like: string) =>
  inDb(async (db) => {
    const where = { ownerId: db.owner, fullName: { contains: like } };
    return (await db.contact.findMany({ where, select: { id: true }, orderBy: { fullName: "asc" } })).map(
      ({ id }) => id,
    );
  });
const merge = (people: string[]) =>
  inDb(async (db) => {
    const seen = (await readCandidates(db, people)).map(({ id, version }) => `${id} ${version}`);
    return mergePeople(db, { people, seen, choices: {} });
  });
const asked = async () => {
  await lookForDuplicates(owner());
  return inDb((db) => db.duplicatePair.count({ where: { ownerId: db.owner, distinctAt: null } }));
};

async function expectNothingNew(files: Files) {
  const before = await everything();
  const again = await importFile(files);
  expect(again.state).toBe("DONE");
  expect(again.counts.rows.filter(({ outcome }) => outcome === "CREATED")).toEqual([]);
  expect(await everything()).toEqual(before);
  return again;
}

test.each(Object.entries(archives))("the archive of %s changes nothing after a move", async (_era, files) => {
  const archive = { "a.zip": zip(files) };
  await importFile(archive);
  const before = await preview(archive);
  await move();
  expect(await preview(archive)).toEqual(before);
  expect(before.missing).toEqual([]);
  await expectNothingNew(archive);
});

const invited = (...names: string[]) => names.map((name) => `;CN=${name}:mailto:${name.toLowerCase()}@example.test`);
const others: Record<string, Record<string, string>> = {
  "address cards": { "people.vcf": Object.values(cards).join("") },
  "Google's contacts": { "contacts.csv": googleNew },
  "Outlook's contacts": { "contacts.csv": outlook },
  "a calendar": {
    "calendar.ics": calendar(
      ...["a", "b", "c", "d"].map((uid) => event(uid, ":20260102T100000Z", invited("Olive", "Zoe"))),
      event("e", ":20260103T100000Z", invited("Olive", "Zoe", "Stan"), "ORGANIZER:mailto:olive@example.test"),
    ),
  },
};

test.each(Object.entries(others))("%s: known after a move", async (_format, files) => {
  expect(countOf((await importFile(files)).counts, "CREATED")).toBeGreaterThan(0);
  const before = await preview(files);
  await move();
  expect(await preview(files)).toEqual(before);
  await expectNothingNew(files);
});

test.each(Object.keys(archives).slice(1))("the archive of %s says the same after a move as before", async (era) => {
  await importFile({ "a.zip": zip(archives["2018"] ?? {}) });
  await inDb((db) => db.contact.updateMany({ where: { company: "Ink & Co" }, data: { company: "Typed" } }));
  const newer = { "b.zip": zip(archives[era] ?? {}) };
  const before = await preview(newer);
  await move();
  expect(await preview(newer)).toEqual(before);
});

const person = (first: string, company: string, on = "1 Jan 2020") => ({
  ...{ first, last: "Okafor", company, on, url: `linkedin.com/in/${first.toLowerCase()}` },
});

test("who changed jobs and who is missing is told after a move as before, and an older file changes neither", async () => {
  const older = connectionsFile([person("Ann", "Acme"), person("Bob", "Acme"), person("Cy", "Acme")]);
  await importFile(older);
  const newer = connectionsFile([person("Ann", "New Co"), person("Bob", "Acme"), person("Dee", "Acme", "2 Feb 2021")]);
  const before = await preview(newer);
  expect(before.missing).toHaveLength(1);
  await move();
  expect(await preview(newer)).toEqual(before);
  await importFile(newer);
  await move();
  await expectNothingNew(older);
});

// Somebody is in it with an address, with another one, and without any: then only what they were made as tells who.
const lena = { first: "Lena", last: "Okafor", company: "Brightwell", on: "1 Feb 2020" };
const lenas = {
  "Connections.csv": connectionsFile([
    { ...lena, url: "https://www.linkedin.com/in/lena-okafor" },
    { ...lena, first: "L.", url: "https://www.linkedin.com/in/l-okafor", email: "lena@brightwell.example" },
    { ...lena, first: "Elena", on: "3 Mar 2021" },
    { first: "Nils", last: "Nytt", on: "4 Apr 2022", email: "nils@nytt.example" },
  ]),
  "messages.csv": messagesFile([{ from: "Olive Owner", to: ["L Okafor"], content: "Hello" }]),
};

test("whoever was merged stays one contact after a move, whatever names them, and their old page leads to them", async () => {
  await importFile(lenas);
  const people = await idsOf("Okafor");
  const [elena = "", l = "", lena = ""] = people;
  await merge([l, elena]);
  await merge([lena, l]);
  await move();
  const again = await expectNothingNew(lenas);
  expect(tally(again, "CONNECTIONS")).toEqual({ "MATCHED repeated": 2, "MATCHED unchanged": 2 });
  expect(await contacts()).toHaveLength(2);
  expect(await inDb((db) => whoIsNow(db, elena))).toBe(lena);
  const { decisions } = await inDb((db) => listDecisions(db, { limit: 10 }));
  expect(decisions.filter(stands)).toEqual([]);
  for (const decision of decisions) {
    expect(decision).toMatchObject({ merge: { contactId: lena, undoneAt: null, canUndo: false } });
    const merge = "merge" in decision ? decision.merge.id : "";
    await expect(inDb((db) => undoMerge(db, merge))).rejects.toThrow("notFound");
  }
  await move();
  await expectNothingNew(lenas);
});

test("who was said to be different people isn't asked about after a move, nor after the same archive there", async () => {
  await importFile(lenas);
  expect(await asked()).toBeGreaterThan(0);
  await inDb(async (db) => markDistinct(db, await idsOf("Okafor")));
  await move();
  expect(await asked()).toBe(0);
  await expectNothingNew(lenas);
  expect(await asked()).toBe(0);
});

test("what the owner said a table's columns are is known after a move", async () => {
  const table = "Wer,Wo\nAda Byron,Nordlys\n";
  const { id } = await upload({ "leute.csv": table });
  await inDb((db) => sayColumns(db, id, 1, ["fullName", "company"]));
  await move();
  const { files } = await upload({ "leute.csv": table });
  expect(files).toMatchObject([{ kind: "CONTACTS", targets: ["fullName", "company"], isOwners: true }]);
});

test("a merge after a move is undone to what was brought back, and who was merged before stays merged", async () => {
  await importFile(lenas);
  const [elena = "", l = "", lena = ""] = await idsOf("Okafor");
  await merge([l, elena]);
  await move();
  const before = await everything();
  const again = await merge([lena, l]);
  await inDb((db) => undoMerge(db, again));
  expect(await everything()).toEqual(before);
  expect(await inDb((db) => whoIsNow(db, elena))).toBe(l);
  await expectNothingNew(lenas);
});

test("who was said to be different people and went with an import is known after a move, too", async () => {
  const batch = await importFile(lenas);
  await inDb(async (db) => markDistinct(db, await idsOf("Okafor")));
  await undo(batch.id);
  await inDb((db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Somebody Else" } }));
  await move();
  await importFile(lenas);
  expect(await idsOf("Okafor")).toHaveLength(3);
  expect(await asked()).toBe(0);
});

test("an import after a move is taken back to what was brought back", async () => {
  await importFile({ "Connections.csv": lenas["Connections.csv"] });
  await move();
  const before = await everything();
  const batch = await importFile({ "Connections.csv": connectionsFile([person("Ann", "Acme")]) });
  await undo(batch.id);
  expect(await everything()).toEqual(before);
});
