import { expect, test } from "vitest";
import { addRemoval, listRemovals } from "@/lib/connections/removal/data";
import { mergePeople, undoMerge } from "@/lib/duplicates/merge/data";
import { readCandidates } from "@/lib/duplicates/review/data";
import { archives } from "@/lib/testing/linkedin-archives";
import { connectionsFile, messagesFile } from "@/lib/testing/linkedin-files";
import { zip } from "@/lib/testing/zip";
import { sayMissing } from "../connections/missing/data";
import { listRows, queueImport } from "../data";
import { importTest, tally } from "../testing/import-test";

const { contacts, everything, finish, importFile, inDb, interactions, undo, upload } = importTest();

const names = async () => (await contacts()).map(({ fullName }) => fullName);
const person = (first: string, company: string, on: string) => ({
  first,
  company,
  on,
  url: `linkedin.com/in/${first}`,
});
const me = "Olive Owner";

const older = {
  "Connections.csv": connectionsFile([
    person("ann", "Acme", "1 Jan 2020"),
    person("bob", "Acme", "2 Jan 2020"),
    { ...person("cy", "Acme", "3 Jan 2020"), email: "cy@example.test" },
  ]),
  "Invitations.csv":
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n" +
    `${me},dee,"1/5/20, 10:11 AM",,OUTGOING,linkedin.com/in/olive,linkedin.com/in/dee\n`,
  "messages.csv": messagesFile([{ from: me, to: ["ann"], content: "Hello" }]),
};
const newer = {
  "Connections.csv": connectionsFile([
    person("ann", "New Co", "1 Jan 2020"),
    { ...person("cy-new", "Acme", "3 Jan 2020"), first: "cy", email: "cy@example.test" },
    person("dee", "Acme", "1 Feb 2020"),
  ]),
  "Invitations.csv":
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n" +
    `${me},dee,"1/5/20, 10:11 AM",Shall we?,OUTGOING,linkedin.com/in/olive,linkedin.com/in/dee\n`,
  "Notes.csv":
    "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n" +
    "ann,,linkedin.com/in/ann,Tea,2020-02-01,\n",
  "messages.csv": messagesFile([
    { from: me, to: ["ann"], content: "Hello" },
    { from: "ann", to: [me], content: "Hi" },
  ]),
};

async function bringNewer() {
  const { id } = await upload(newer);
  await inDb((db) => sayMissing(db, id, null, true));
  await inDb((db) => queueImport(db, id));
  return finish(id);
}

test("two archives, taken back one after the other, leave everything as before each", async () => {
  const before = await everything();
  const first = await importFile(older);
  const between = await everything();
  const second = await bringNewer();
  expect(tally(second, "CONNECTIONS")).toEqual({ "MATCHED changed": 2, "MATCHED completed": 1 });
  expect(tally(second, "INVITATIONS")).toEqual({ "MATCHED completed": 1 });
  expect(await contacts()).toMatchObject([
    { fullName: "ann", company: "New Co" },
    { fullName: "bob", connectionStatus: "REMOVED" },
    { fullName: "cy", aliases: [{ slug: "cy" }, { slug: "cy-new" }] },
    { fullName: "dee", connectionStatus: "CONNECTED" },
  ]);
  expect((await undo(second.id)).counts.undone).toMatchObject({ kept: 0 });
  expect(await everything()).toEqual(between);
  expect((await undo(first.id)).counts.undone).toMatchObject({ kept: 0 });
  expect(await everything()).toEqual(before);
});

test("the older one first: what the newer one has completed since stays, and is listed", async () => {
  const first = await importFile(older);
  await bringNewer();
  const undone = await undo(first.id);
  expect(await names()).toEqual(["ann", "bob", "cy", "dee"]);
  const kept = await inDb((db) => listRows(db, undone.id, { reason: "kept" }));
  expect(kept.map(({ contact }) => contact?.name)).toEqual(["ann", "bob", "cy", "dee"]);
  expect((await interactions()).map(({ notes }) => notes)).toEqual(["Hi"]);
});

test("whom a newer file doesn't name any more is done on the removal list; undone they are on it, and stay for it", async () => {
  const first = await importFile(older);
  await inDb(async (db) => {
    const bob = await db.contact.findFirstOrThrow({ where: { fullName: "bob" } });
    await addRemoval(db, bob.id, "Never in touch");
  });
  const removals = async (list: "open" | "done") =>
    (await inDb((db) => listRemovals(db, list))).items.map(({ fullName, reason }) => `${fullName}: ${reason}`);
  const second = await bringNewer();
  expect([await removals("open"), await removals("done")]).toEqual([[], ["bob: Never in touch"]]);
  await undo(second.id);
  expect([await removals("open"), await removals("done")]).toEqual([["bob: Never in touch"], []]);
  expect((await undo(first.id)).counts.undone).toMatchObject({ kept: 1 });
  expect(await names()).toEqual(["bob"]);
});

test("what was completed and edited since is kept and listed, too", async () => {
  await inDb(async (db) => {
    const typed = { ownerId: db.owner, fullName: "ann", aliases: { create: { slug: "ann" } } };
    await db.contact.create({ data: typed });
  });
  const batch = await importFile(connectionsFile([person("ann", "Acme", "1 Jan 2020")]));
  await inDb((db) => db.contact.updateMany({ data: { company: "Mine", version: { increment: 1 } } }));
  const undone = await undo(batch.id);
  expect(undone.counts.undone).toEqual({ removed: 0, kept: 1 });
  expect(await inDb((db) => listRows(db, batch.id, { reason: "kept" }))).toMatchObject([{ contact: { name: "ann" } }]);
  expect(await contacts()).toMatchObject([{ company: "Mine", connectionStatus: "NONE", connectedOn: null }]);
});

test("whoever was merged into another contact since is kept as that one, and what was said with them is taken back", async () => {
  await inDb((db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Ann Typed" } }));
  const before = await everything();
  const batch = await importFile(older);
  const merge = await inDb(async (db) => {
    const [typed, ann] = await Promise.all(
      ["Ann Typed", "ann"].map((fullName) => db.contact.findFirstOrThrow({ where: { fullName } })),
    );
    const people = [typed?.id ?? "", ann?.id ?? ""];
    const seen = (await readCandidates(db, people)).map(({ id, version }) => `${id} ${version}`);
    return mergePeople(db, { people, seen, choices: {} });
  });
  const undone = await undo(batch.id);
  expect(undone.counts.undone).toMatchObject({ kept: 1 });
  expect(await inDb((db) => listRows(db, batch.id, { reason: "kept" }))).toMatchObject([
    { line: 5, contact: { name: "Ann Typed" } },
  ]);
  expect(await contacts()).toMatchObject([{ fullName: "Ann Typed", aliases: [{ slug: "ann" }] }]);
  expect(await interactions()).toEqual([]);
  // They can still be parted again; then ann is the owner's to keep or to delete.
  await inDb((db) => undoMerge(db, merge));
  expect(await names()).toEqual(["Ann Typed", "ann"]);
  await inDb((db) => db.contact.deleteMany({ where: { fullName: "ann" } }));
  expect(await everything()).toEqual(before);
});

test.each(Object.keys(archives))(
  "the archive of %s after a merge of all it made: the same again changes nothing",
  async (era) => {
    const files = { "a.zip": zip(archives[era] ?? {}) };
    await importFile(files);
    await inDb(async (db) => {
      // Who isn't connected stays so: somebody connected would have accepted everything.
      const where = { connectionStatus: { not: "CONNECTED" as const } };
      const found = await db.contact.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
      const people = found.map(({ id }) => id);
      if (people.length < 2) return;
      const seen = (await readCandidates(db, people)).map(({ id, version }) => `${id} ${version}`);
      await mergePeople(db, { people, seen, choices: {} });
    });
    const before = await everything();
    const again = await importFile(files);
    expect(again.counts.rows.filter(({ outcome }) => outcome === "CREATED")).toEqual([]);
    expect(await everything()).toEqual(before);
  },
);
