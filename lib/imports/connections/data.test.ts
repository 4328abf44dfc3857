import { expect, test } from "vitest";
import { connectionEras, connectionsFile } from "@/lib/testing/linkedin-files";
import { discardImport, listImports, listRows } from "../data";
import { countOf } from "../schema";
import { importTest, tally } from "../testing/import-test";

const { contacts, everything, importFile, inDb, undo, upload } = importTest();

const zoe = { first: "Zoë", last: "Quill", url: "https://www.linkedin.com/in/zo%C3%AB-quill", on: "22 Dec 2016" };

test.each(Object.entries(connectionEras))("the file of %s", async (_era, file) => {
  const batch = await importFile(file);
  expect(tally(batch)).toEqual({ CREATED: 1 });
  expect(await contacts()).toMatchObject([
    {
      fullName: "Zoë Quill, PhD",
      company: "Ink & Co",
      position: "Writer",
      connectionStatus: "CONNECTED",
      connectedOn: new Date("2016-12-22"),
      points: [{ value: "zoe@example.test" }],
    },
  ]);
});

test("nothing is written before the owner says so", async () => {
  const before = await everything();
  const batch = await upload(connectionsFile([zoe]));
  expect(batch).toMatchObject({ kinds: ["CONNECTIONS"], state: "PREVIEW", rowsTotal: 1 });
  expect(await everything()).toEqual(before);
  await inDb((db) => discardImport(db, batch.id));
  expect(await inDb(listImports)).toEqual([]);
});

test("the same file twice changes nothing", async () => {
  const file = connectionsFile([zoe, { first: "No", last: "Address", on: "1 Jan 2020" }, { on: "2 Jan 2020" }]);
  expect(tally(await importFile(file))).toEqual({ CREATED: 2, "SKIPPED hidden": 1 });
  const before = await everything();
  expect(tally(await importFile(file))).toEqual({ "MATCHED unchanged": 2, "SKIPPED hidden": 1 });
  expect(await everything()).toEqual(before);
});

test("rows in = created + matched + skipped + failed, and each says why", async () => {
  const batch = await upload(
    connectionsFile([
      zoe,
      { ...zoe, first: "Zoe again" },
      { on: "3 Feb 2020" },
      { ...zoe, url: "https://www.linkedin.com/in/other", on: "31 Feb 2020" },
      { ...zoe, url: "https://example.test/in/other" },
      {},
    ]),
  );
  expect(tally(batch)).toEqual({
    CREATED: 1,
    "MATCHED repeated": 1,
    "SKIPPED hidden": 1,
    "SKIPPED blank": 1,
    "FAILED date": 1,
    "FAILED url": 1,
  });
  expect(countOf(batch.counts)).toBe(batch.rowsTotal);
  const [failed] = await inDb((db) => listRows(db, batch.id, { outcome: "FAILED", reason: "date" }));
  expect(failed).toMatchObject({ line: 8, fields: { connectedOn: "31 Feb 2020" } });
});

test("a known contact is completed, never overwritten, and undo puts back what was there", async () => {
  await inDb(async (db) => {
    await db.contact.create({
      data: {
        ownerId: db.owner,
        fullName: "Zoë",
        company: "Typed Ltd",
        aliases: { create: { slug: "zoë-quill" } },
      },
    });
    await db.contact.create({
      data: {
        ownerId: db.owner,
        fullName: "Ben Mail",
        points: { create: { kind: "EMAIL", value: "Ben@Example.test", normalised: "ben@example.test" } },
      },
    });
  });
  const before = await everything();
  const batch = await importFile(
    connectionsFile([
      { ...zoe, company: "Ink & Co", position: "Writer", email: "zoe@example.test" },
      { first: "Benjamin", url: "linkedin.com/in/ben", email: "BEN@example.test", on: "1 Jan 2020" },
    ]),
  );
  expect(tally(batch)).toEqual({ "MATCHED completed": 2 });
  expect(await contacts()).toMatchObject([
    { fullName: "Ben Mail", connectionStatus: "CONNECTED", aliases: [{ slug: "ben" }] },
    { fullName: "Zoë", company: "Typed Ltd", position: "Writer", points: [{ value: "zoe@example.test" }] },
  ]);
  await undo(batch.id);
  expect(await everything()).toEqual(before);
});

test("a shared mailbox doesn't make two people one, and neither does a name", async () => {
  const people = [
    { first: "Ann", last: "Lee", url: "linkedin.com/in/ann", email: "office@example.test", company: "Acme" },
    { first: "Bob", last: "Ray", url: "linkedin.com/in/bob", email: "office@example.test", company: "Acme" },
    { first: "Ann", last: "Lee", url: "linkedin.com/in/ann-2", company: "Acme" },
  ];
  await importFile(connectionsFile(people));
  expect(tally(await importFile(connectionsFile(people)))).toEqual({ "MATCHED unchanged": 3 });
  expect(await contacts()).toHaveLength(3);
});

test("someone whose address changed is known by e-mail and name, and keeps both addresses", async () => {
  await importFile(connectionsFile([{ ...zoe, email: "zoe@example.test" }]));
  const again = connectionsFile([{ ...zoe, url: "linkedin.com/in/zoe-new", email: "zoe@example.test" }]);
  expect(tally(await importFile(again))).toEqual({ "MATCHED changed": 1 });
  expect(await contacts()).toMatchObject([{ aliases: [{ slug: "zoë-quill" }, { slug: "zoe-new" }] }]);
});

test("who is in the trash stays there", async () => {
  await importFile(connectionsFile([zoe]));
  await inDb((db) => db.contact.updateMany({ data: { deletedAt: new Date() } }));
  expect(tally(await importFile(connectionsFile([zoe])))).toEqual({ "SKIPPED inTrash": 1 });
});

test("a removed connection stays removed unless the file is newer", async () => {
  await importFile(connectionsFile([zoe]));
  await inDb((db) => db.contact.updateMany({ data: { connectionStatus: "REMOVED" } }));
  expect(tally(await importFile(connectionsFile([zoe])))).toEqual({ "MATCHED unchanged": 1 });
  await importFile(connectionsFile([{ ...zoe, on: "1 Jun 2020" }]));
  expect(await contacts()).toMatchObject([{ connectionStatus: "CONNECTED", connectedOn: new Date("2020-06-01") }]);
});

test("everything is text and survives to the byte", async () => {
  const odd = {
    first: "נועה",
    last: '"Kit" 👩‍🚀, PhD',
    url: "https://www.linkedin.com/in/%D7%A0%D7%95%D7%A2%D7%94",
    company: "007\nSecond line, +44",
    position: "=1+1",
    on: "5 May 2020",
  };
  await importFile(connectionsFile([odd]));
  expect(await contacts()).toMatchObject([
    { fullName: `${odd.first} ${odd.last}`, company: odd.company, position: odd.position },
  ]);
});

test("undo removes what was made and keeps, and lists, what was edited or used since", async () => {
  const before = await everything();
  const file = connectionsFile(["ann", "bob", "cy"].map((slug) => ({ first: slug, url: `linkedin.com/in/${slug}` })));
  const untouched = await importFile(file);
  expect(await undo(untouched.id)).toMatchObject({ state: "UNDONE", counts: { undone: { removed: 3, kept: 0 } } });
  expect(await everything()).toEqual(before);

  const batch = await importFile(file);
  await inDb(async (db) => {
    await db.contact.updateMany({ where: { fullName: "ann" }, data: { company: "Acme", version: { increment: 1 } } });
    const bob = await db.contact.findFirstOrThrow({ where: { fullName: "bob" } });
    await db.assessment.create({ data: { ownerId: db.owner, contactId: bob.id, goal: "Write a book" } });
  });
  expect(await undo(batch.id)).toMatchObject({ counts: { undone: { removed: 1, kept: 2 } } });
  expect((await contacts()).map(({ fullName }) => fullName)).toEqual(["ann", "bob"]);
  const kept = await inDb((db) => listRows(db, batch.id, { outcome: "CREATED", reason: "kept" }));
  expect(kept.map(({ contact }) => contact?.name)).toEqual(["ann", "bob"]);
});
