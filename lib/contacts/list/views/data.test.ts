import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { getListSetting, saveListSetting } from "../setting/data";
import {
  changeView,
  createView,
  deleteView,
  listViews,
  moveView,
  renameView,
  restoreView,
  setDefaultView,
} from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const view = (name: string, query = "") => ({
  ...{ id: randomUUID(), name, query, sort: "strength" as const, reversed: true, columns: "company:180" },
});
const names = async () => (await run(listViews)).map(({ name }) => name);

test("a view keeps filter, order and columns; sent twice, it is written once", async () => {
  const acme = view("Acme", "company:acme");
  await run((db) => createView(db, acme));
  await run((db) => createView(db, acme));
  await run((db) => createView(db, view("Berlin")));
  expect(await names()).toEqual(["Acme", "Berlin"]);
  expect((await run(listViews))[0]).toEqual({ ...acme, place: 0, isDefault: false });
});

test("a name is taken whatever its case", async () => {
  const [one, two] = [view("Acme"), view("Berlin")];
  await run((db) => createView(db, one));
  await run((db) => createView(db, two));
  const taken = { code: "nameTaken", field: "name", params: { name: "Acme" } };
  await expect(run((db) => createView(db, view("ACME")))).rejects.toMatchObject(taken);
  await expect(run((db) => renameView(db, two.id, "acme"))).rejects.toMatchObject(taken);
  await run((db) => renameView(db, one.id, "ACME"));
  expect(await names()).toEqual(["ACME", "Berlin"]);
});

test("views change places; one at most comes first; a deleted one comes back where it stood", async () => {
  const [one, two, three] = [view("One"), view("Two"), view("Three")];
  for (const each of [one, two, three]) await run((db) => createView(db, each));
  await run((db) => moveView(db, three.id, "up"));
  await run((db) => moveView(db, one.id, "up"));
  expect(await names()).toEqual(["One", "Three", "Two"]);
  for (const { id } of [one, three]) await run((db) => setDefaultView(db, id, true));
  const first = async () => (await run(listViews)).filter(({ isDefault }) => isDefault).map(({ name }) => name);
  expect(await first()).toEqual(["Three"]);
  const kept = (await run(listViews)).find(({ id }) => id === three.id);
  await run((db) => deleteView(db, three.id));
  expect(await names()).toEqual(["One", "Two"]);
  if (kept) await run((db) => restoreView(db, kept));
  expect([await names(), await first()]).toEqual([["One", "Three", "Two"], ["Three"]]);
});

test("another owner's view is not there, and nothing is written", async () => {
  const acme = view("Acme", "company:acme");
  await run((db) => createView(db, acme));
  const other = await database.newOwner();
  for (const work of [
    (db: OwnerDb) => renameView(db, acme.id, "Mine"),
    (db: OwnerDb) => changeView(db, acme.id, { query: "" }),
    (db: OwnerDb) => moveView(db, acme.id, "up"),
    (db: OwnerDb) => setDefaultView(db, acme.id, true),
    (db: OwnerDb) => deleteView(db, acme.id),
  ]) {
    await expect(asOwner(other, work)).rejects.toMatchObject({ code: "notFound" });
  }
  expect(await asOwner(other, listViews)).toEqual([]);
  expect((await run(listViews))[0]).toMatchObject({ name: "Acme", query: "company:acme", isDefault: false });
});

test("how the list looks is each owner's own", async () => {
  expect(await run(getListSetting)).toEqual({ columns: "", density: "COMFORTABLE" });
  await run((db) => saveListSetting(db, { density: "COMPACT" }));
  await run((db) => saveListSetting(db, { columns: "company" }));
  expect(await run(getListSetting)).toEqual({ columns: "company", density: "COMPACT" });
  expect(await asOwner(await database.newOwner(), getListSetting)).toMatchObject({ density: "COMFORTABLE" });
});
