import { expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "../db";
import { connectionsFile, messagesFile } from "../testing/linkedin-files";
import { cancelImport, discardImport, getImport, listRows, queueImport, queueUndo } from "./data";
import { runImport } from "./job";
import { importTest, tally } from "./testing/import-test";

const { contacts, database, everything, finish, importFile, inDb, owner, upload } = importTest();

const zoe = { first: "Zoë", last: "Quill", url: "https://www.linkedin.com/in/zo%C3%AB-quill", on: "22 Dec 2016" };

test("another owner's import is not there: not to see, not to run, not to undo, not to discard", async () => {
  const { id } = await upload(connectionsFile([zoe]));
  const other = (await database.newOwner()) as OwnerId;
  const asOther = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(other, work);
  expect(await asOther((db) => getImport(db, id))).toBeNull();
  expect(await asOther((db) => listRows(db, id, {}))).toEqual([]);
  for (const steer of [queueImport, cancelImport, queueUndo, discardImport]) {
    await expect(asOther((db) => steer(db, id))).rejects.toThrow("moved");
  }
  await runImport(other, id);
  expect(await inDb((db) => getImport(db, id))).toMatchObject({ state: "PREVIEW" });
});

test("a job that runs twice imports once, and one that fails leaves nothing behind and can be tried again", async () => {
  const { id } = await upload(connectionsFile([zoe]));
  await inDb((db) => queueImport(db, id));
  // What the job can't foresee: someone else takes the id of the new contact's address between plan and write.
  await database.admin.query("alter table linkedin_alias add constraint refuse_all check (slug = '') not valid");
  const before = await everything();
  expect(await finish(id)).toMatchObject({ state: "FAILED", failure: { code: "unexpected" } });
  expect(await everything()).toEqual(before);
  await database.admin.query("alter table linkedin_alias drop constraint refuse_all");
  await inDb((db) => queueImport(db, id));
  await Promise.all([runImport(owner(), id), runImport(owner(), id)]);
  expect(await finish(id)).toMatchObject({ state: "DONE" });
  expect(await contacts()).toHaveLength(1);
});

test("a preview that waits is planned anew when another import has changed who is known", async () => {
  const waiting = await upload(
    messagesFile([{ from: "Zoë Quill", to: ["Olive Owner"] }]).replaceAll("zoë-quill", "zo%C3%AB-quill"),
  );
  expect(tally(waiting)).toEqual({ "SKIPPED stranger": 1 });
  await importFile(connectionsFile([zoe]));
  expect(await inDb((db) => getImport(db, waiting.id))).toMatchObject({
    counts: { rows: [{ outcome: "CREATED", count: 1 }] },
  });
});

test("a job that is quicker than the transaction that asked for it waits for that", async () => {
  const { id } = await upload(connectionsFile([zoe]));
  let running: Promise<void> | undefined;
  await inDb(async (db) => {
    await queueImport(db, id);
    running = runImport(owner(), id);
    const waiting =
      "select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()";
    await expect.poll(async () => (await database.admin.query(waiting)).rowCount).toBeGreaterThan(0);
  });
  await running;
  expect((await inDb((db) => getImport(db, id)))?.state).toBe("DONE");
});

test("an import that is stopped while it runs leaves no trace, and can be started again", async () => {
  const { id } = await upload({ "Connections.csv": connectionsFile([zoe]) });
  const before = await everything();
  await inDb((db) => queueImport(db, id));
  // Held up where it writes, so that the word to stop comes while it is under way.
  const holder = await database.admin.connect();
  await holder.query("begin; lock table contact_point in access exclusive mode");
  const running = runImport(owner(), id);
  const waiting = "select from pg_locks where not granted and relation = 'contact_point'::regclass";
  await expect.poll(async () => (await database.admin.query(waiting)).rowCount).toBeGreaterThan(0);
  await inDb((db) => cancelImport(db, id));
  await holder.query("rollback");
  holder.release();
  await running;
  expect(await inDb((db) => getImport(db, id))).toMatchObject({ state: "PREVIEW", rowsDone: 0 });
  expect(await everything()).toEqual(before);
  await expect(inDb((db) => cancelImport(db, id))).rejects.toThrow("moved");
  await inDb((db) => queueImport(db, id));
  expect(await finish(id)).toMatchObject({ state: "DONE" });
});
