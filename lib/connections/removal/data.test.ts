import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { listConnections } from "../list/data";
import { connectionQuery } from "../schema";
import { addRemoval, countRemovals, dropRemoval, explainRemoval, listRemovals, markRemoved, undoRemoved } from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = (fullName: string, connectedOn = "2025-03-01") =>
  run(
    async (db) =>
      (
        await db.contact.create({
          data: { ownerId: db.owner, fullName, connectionStatus: "CONNECTED", connectedOn: new Date(connectedOn) },
        })
      ).id,
  );
const names = async (list: "open" | "done") =>
  (await run((db) => listRemovals(db, list))).items.map(({ fullName }) => fullName);

test("on the list with a reason, in the owner's words, off it again", async () => {
  const rob = await person("Rob Becker");
  await run((db) => db.linkedinAlias.create({ data: { ownerId: db.owner, contactId: rob, slug: "rob" } }));
  await run((db) => addRemoval(db, rob, "Never in touch."));
  await run((db) => addRemoval(db, rob, "Something else"));
  expect((await run((db) => listRemovals(db, "open"))).items).toMatchObject([
    { reason: "Never in touch.", address: "https://www.linkedin.com/in/rob/", connectedOn: "2025-03-01" },
  ]);
  await run((db) => explainRemoval(db, rob, "Sold my address"));
  expect((await run((db) => listRemovals(db, "open"))).items).toMatchObject([{ reason: "Sold my address" }]);
  expect((await run((db) => listConnections(db, connectionQuery.parse({})))).items).toMatchObject([
    { isOnRemovalList: true },
  ]);
  await run((db) => dropRemoval(db, rob));
  expect(await run(countRemovals)).toEqual({ open: 0, done: 0 });
});

test("marked as removed they are no connection; undone they are, on the list, with their day", async () => {
  const rob = await person("Rob Becker");
  await run((db) => addRemoval(db, rob, "Never in touch."));
  await run((db) => markRemoved(db, rob));
  expect(await run(countRemovals)).toEqual({ open: 0, done: 1 });
  const [done] = (await run((db) => listRemovals(db, "done"))).items;
  expect(done).toMatchObject({ fullName: "Rob Becker", removedAt: expect.stringMatching(/^20/) });
  await expect(run((db) => markRemoved(db, rob))).rejects.toMatchObject({ code: "changedElsewhere" });
  await expect(run((db) => addRemoval(db, rob, null))).rejects.toMatchObject({ code: "notConnected" });
  await run((db) => undoRemoved(db, rob));
  expect((await run((db) => listRemovals(db, "open"))).items).toMatchObject([
    { connectedOn: "2025-03-01", removedAt: null, reason: "Never in touch." },
  ]);
});

test("LinkedIn's newest file agrees: who isn't in it any more is done, and back when that import is undone", async () => {
  const rob = await person("Rob Becker");
  await run((db) => addRemoval(db, rob, null));
  const become = (connectionStatus: "REMOVED" | "CONNECTED") =>
    run((db) => db.contact.updateMany({ where: { id: rob }, data: { connectionStatus } }));
  await become("REMOVED");
  expect([await names("open"), await names("done")]).toEqual([[], ["Rob Becker"]]);
  await become("CONNECTED");
  expect([await names("open"), await names("done")]).toEqual([["Rob Becker"], []]);
});

test("who is connected anew is on no list, until put on it anew", async () => {
  const rob = await person("Rob Becker");
  await run((db) => addRemoval(db, rob, "Never in touch."));
  await run((db) => markRemoved(db, rob));
  await run((db) => db.contact.updateMany({ where: { id: rob }, data: { connectionStatus: "CONNECTED" } }));
  expect(await run(countRemovals)).toEqual({ open: 0, done: 0 });
  await run((db) => addRemoval(db, rob, "Again"));
  expect((await run((db) => listRemovals(db, "open"))).items).toMatchObject([{ reason: "Again" }]);
  // Written down long before the day they got connected: it was about another connection.
  const ada = await person("Ada Byron", "2026-03-01");
  await run((db) =>
    db.removal.create({ data: { ownerId: db.owner, contactId: ada, createdAt: new Date("2026-01-01") } }),
  );
  expect(await names("open")).toEqual(["Rob Becker"]);
});

test("pages go on after the last of the page before", async () => {
  for (const name of ["A", "B", "C"]) {
    const id = await person(name);
    await run((db) => addRemoval(db, id, null));
  }
  const first = await run((db) => listRemovals(db, "open", { limit: 2 }));
  const second = await run((db) => listRemovals(db, "open", { limit: 2, after: first.next ?? undefined }));
  expect([...first.items, ...second.items].map(({ fullName }) => fullName)).toEqual(["C", "B", "A"]);
  expect(second.next).toBeNull();
});

test("another owner's connection is not found", async () => {
  const rob = await person("Rob Becker");
  await run((db) => addRemoval(db, rob, "Mine"));
  const other = await database.newOwner();
  const attempts = [
    (db: OwnerDb) => addRemoval(db, rob, "Theirs"),
    (db: OwnerDb) => explainRemoval(db, rob, "Theirs"),
    (db: OwnerDb) => dropRemoval(db, rob),
    (db: OwnerDb) => markRemoved(db, rob),
    (db: OwnerDb) => undoRemoved(db, rob),
  ];
  for (const attempt of attempts) {
    await expect(asOwner(other, attempt)).rejects.toMatchObject({ code: "notFound" });
  }
  expect((await asOwner(other, (db) => listRemovals(db, "open", { after: rob }))).items).toEqual([]);
  expect((await run((db) => listRemovals(db, "open"))).items).toMatchObject([{ reason: "Mine" }]);
});
