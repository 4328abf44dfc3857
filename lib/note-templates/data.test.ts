import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { createTemplate, deleteTemplate, listTemplates, moveTemplate, restoreTemplate, updateTemplate } from "./data";
import type { NoteTemplate } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);

const builtIn = (place: number, name: string): NoteTemplate => ({
  id: `00000000-0000-7000-8000-00000000000${place + 1}`,
  name,
  text: `Hi {first name}, ${name}`,
  place,
  version: 1,
});
const first = builtIn(0, "After a meeting");
const second = builtIn(1, "Short");
const start = [first, second];
const own = { id: randomUUID(), name: "At the fair", text: "Hi {first name} from the fair" };
const names = async () => (await run((db) => listTemplates(db, start))).map(({ name }) => name);

test("whoever changed none has the built-in ones, and nothing is written by looking", async () => {
  expect(await run((db) => listTemplates(db, start))).toEqual(start);
  expect(await run((db) => db.noteTemplate.count())).toBe(0);
});

test("one's own comes behind the built-in ones, which become one's own; sent twice, it is written once", async () => {
  await run((db) => createTemplate(db, start, own));
  await run((db) => createTemplate(db, start, own));
  expect(await names()).toEqual(["After a meeting", "Short", "At the fair"]);
  expect(await asOwner(await database.newOwner(), (db) => listTemplates(db, start))).toEqual(start);
});

test("a name is taken whatever its case", async () => {
  const taken = { code: "nameTaken", field: "name", params: { name: "Short" } };
  await expect(run((db) => createTemplate(db, start, { ...own, name: "SHORT" }))).rejects.toMatchObject(taken);
  const edit = { ...first, name: "short" };
  await expect(run((db) => updateTemplate(db, start, edit))).rejects.toMatchObject(taken);
  await run((db) => updateTemplate(db, start, { ...second, name: "SHORT" })); // its own
  expect(await names()).toEqual(["After a meeting", "SHORT"]);
});

test("the second of two tabs is told, and replaces the first one's words only when it says so", async () => {
  const edit = (text: string, version = 1) => run((db) => updateTemplate(db, start, { ...first, text, version }));
  await edit("mine");
  await expect(edit("theirs")).rejects.toMatchObject({ code: "changedElsewhere", see: { label: "After a meeting" } });
  await edit("theirs", 2);
  const [template] = await run((db) => listTemplates(db, start));
  expect(template).toMatchObject({ text: "theirs", version: 3 });
});

test("templates change places, and stay at the ends", async () => {
  await run((db) => createTemplate(db, start, own));
  const move = (id: string, to: "up" | "down") => run((db) => moveTemplate(db, start, { id, to }));
  await move(own.id, "up");
  expect(await names()).toEqual(["After a meeting", "At the fair", "Short"]);
  await move(first.id, "up");
  await move(second.id, "down");
  expect(await names()).toEqual(["After a meeting", "At the fair", "Short"]);
  await move(first.id, "down");
  expect(await names()).toEqual(["At the fair", "After a meeting", "Short"]);
});

test("a deleted one comes back where it stood; the last one stays", async () => {
  await run((db) => createTemplate(db, start, own));
  await run((db) => deleteTemplate(db, start, second.id));
  expect(await names()).toEqual(["After a meeting", "At the fair"]);
  await run((db) => restoreTemplate(db, second));
  expect(await names()).toEqual(["After a meeting", "Short", "At the fair"]);
  await run((db) => deleteTemplate(db, start, first.id));
  await run((db) => deleteTemplate(db, start, second.id));
  await expect(run((db) => deleteTemplate(db, start, own.id))).rejects.toMatchObject({ code: "lastOne" });
  expect(await names()).toEqual(["At the fair"]);
});

test("another owner's template is not there, and nothing is written", async () => {
  await run((db) => createTemplate(db, start, own));
  const other = await database.newOwner();
  for (const work of [
    (db: OwnerDb) => updateTemplate(db, start, { ...own, version: 1 }),
    (db: OwnerDb) => moveTemplate(db, start, { id: own.id, to: "up" }),
    (db: OwnerDb) => deleteTemplate(db, start, own.id),
  ]) {
    await expect(asOwner(other, work)).rejects.toMatchObject({ code: "notFound" });
  }
  expect(await names()).toContain("At the fair");
});
