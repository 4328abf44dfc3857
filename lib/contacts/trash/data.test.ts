import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { createContact, getContact } from "../data";
import { deleteContact, emptyExpiredTrash, listTrash, restoreContact, trashContact } from "./data";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const create = (fullName: string) => run((db) => createContact(db, { fullName, emails: ["a@b.example"] }));
const trashed = async () => (await run(listTrash)).map((contact) => contact.fullName);

test("the trash gives back everything", async () => {
  const id = await create("Anna");
  await run((db) => trashContact(db, id));
  expect(await trashed()).toEqual(["Anna"]);
  expect((await run((db) => getContact(db, id)))?.deletedAt).not.toBeNull();
  await expect(run((db) => trashContact(db, id))).rejects.toMatchObject({ code: "notFound" });

  await run((db) => restoreContact(db, id));
  expect(await trashed()).toEqual([]);
  expect(await run((db) => getContact(db, id))).toMatchObject({ deletedAt: null, points: [{ value: "a@b.example" }] });
});

test("for good only out of the trash, and with what happened between the two alone", async () => {
  const [gone, stays] = [await create("Björn"), await create("Carla")];
  const meeting = (contacts: string[]) =>
    run(async (db) => {
      const { id } = await db.interaction.create({
        data: { ownerId: owner, kind: "IN_PERSON", occurredAt: new Date() },
        select: { id: true },
      });
      await db.interactionContact.createMany({
        data: contacts.map((contactId) => ({ ownerId: owner, interactionId: id, contactId })),
      });
      return id;
    });
  await meeting([gone]);
  const shared = await meeting([gone, stays]);

  await expect(run((db) => deleteContact(db, gone))).rejects.toMatchObject({ code: "notFound" });
  await run((db) => trashContact(db, gone));
  await run((db) => deleteContact(db, gone));
  expect(await run((db) => getContact(db, gone))).toBeNull();
  expect(await run((db) => db.interaction.findMany({ select: { id: true } }))).toEqual([{ id: shared }]);
});

test("after thirty days the trash is emptied by itself", async () => {
  const [old, recent] = [await create("Dora"), await create("Emil")];
  await run((db) => trashContact(db, old));
  await database.admin.query("update contact set deleted_at = now() - interval '31 days' where id = $1", [old]);
  expect(await trashed()).toEqual([]);
  await run((db) => trashContact(db, recent));
  expect(await run((db) => getContact(db, old))).toBeNull();
  expect(await run(emptyExpiredTrash)).toBe(0);
  expect(await trashed()).toEqual(["Emil"]);
});

test("another owner's contact is not found", async () => {
  const id = await create("Fatima");
  const gone = { code: "notFound" };
  await expect(asOwner(other, (db) => trashContact(db, id))).rejects.toMatchObject(gone);
  await run((db) => trashContact(db, id));
  await expect(asOwner(other, (db) => restoreContact(db, id))).rejects.toMatchObject(gone);
  await expect(asOwner(other, (db) => deleteContact(db, id))).rejects.toMatchObject(gone);
  expect(await asOwner(other, listTrash)).toEqual([]);
});
