import { expect, test } from "vitest";
import { createContact } from "../contacts/data";
import { emptyExpiredTrash } from "../contacts/trash/data";
import { everything } from "../exports/everything";
import { importTest } from "../imports/testing/import-test";
import { runRestore } from "../restore/job";
import { receive } from "../restore/upload";
import { connectionsFile } from "../testing/linkedin-files";
import { listEvents } from "./data";
import { auditQuery } from "./schema";

const { database, owner, inDb, importFile, undo, upload } = importTest();

const lines = async () =>
  (await inDb((db) => listEvents(db, auditQuery.parse({}), null))).events.map(({ action }) => action).reverse();

test("an import, and its undoing, is on record as it was uploaded, came in and was taken back", async () => {
  const { id } = await importFile(connectionsFile([{ first: "Ada", last: "Byron", url: "linkedin.com/in/ada" }]));
  await upload("no table at all");
  await undo(id);
  expect(await lines()).toEqual([
    ...["account.made", "imports.upload", "imports.done", "imports.refused", "imports.undone"],
  ]);
});

test("so is an export that is brought back, and the log doesn't come with it", async () => {
  const texts: string[] = [];
  await inDb(async (db) => {
    for await (const text of everything(db)) texts.push(text);
  });
  async function* bytes() {
    yield new TextEncoder().encode(texts.join(""));
  }
  let asked = "";
  await receive(owner(), bytes(), { megabytes: 1 }, async (id) => {
    asked = id;
  });
  await runRestore(owner(), asked);
  expect(await lines()).toEqual(["account.made", "restore.upload", "restore.done"]);
});

test("so is who leaves the trash when their days are over", async () => {
  const ada = await inDb((db) => createContact(db, { fullName: "Ada" }));
  await database.admin.query("update contact set deleted_at = now() - interval '31 days' where owner_id = $1", [
    owner(),
  ]);
  await inDb(emptyExpiredTrash);
  await inDb(emptyExpiredTrash);
  expect(await lines()).toEqual(["account.made", "contacts.expired"]);
  const { events } = await inDb((db) => listEvents(db, auditQuery.parse({ of: ada }), null));
  expect(events).toMatchObject([{ action: "contacts.expired", rows: [] }]);
});
