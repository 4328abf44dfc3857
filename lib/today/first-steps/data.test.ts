import { beforeEach, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { bringBackFirstSteps, getFirstSteps, hideFirstSteps } from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>, who = owner) => asOwner(who, work);

test("the nearest is who has the most rules of those who could be invited, not who is strongest", async () => {
  expect(await run(getFirstSteps)).toMatchObject({ isEmpty: true, isHidden: false, nearest: null });
  const met = (contactId: string, times: number) =>
    run(async (db) => {
      for (let time = 1; time <= times; time++) {
        const { id } = await db.interaction.create({
          data: { ownerId: db.owner, kind: "IN_PERSON", occurredAt: new Date(Date.now() - time * 86_400_000) },
        });
        await db.interactionContact.create({ data: { ownerId: db.owner, interactionId: id, contactId } });
      }
    });
  const ben = await run((db) => createContact(db, { fullName: "Ben Silva" }));
  await met(ben, 6);
  expect(await run(getFirstSteps)).toMatchObject({ isEmpty: false, nearest: { id: ben } });
  const lena = await run((db) =>
    createContact(db, { fullName: "Lena Okafor", howWeMet: "At a workshop", expertise: "Data lineage" }),
  );
  await met(lena, 2);
  expect(await run(getFirstSteps)).toMatchObject({ nearest: { id: lena, fullName: "Lena Okafor" } });
  await run((db) => db.contact.updateMany({ where: { id: lena }, data: { connectionStatus: "CONNECTED" } }));
  expect(await run(getFirstSteps)).toMatchObject({ nearest: { id: ben } });
});

test("put away and brought back by their owner alone; whoever is there needs nobody any more", async () => {
  const other = await database.newOwner();
  await run(hideFirstSteps);
  await run(hideFirstSteps);
  expect(await run(getFirstSteps)).toMatchObject({ isHidden: true });
  expect(await run(getFirstSteps, other)).toMatchObject({ isHidden: false });
  await run(bringBackFirstSteps, other);
  expect(await run(getFirstSteps)).toMatchObject({ isHidden: true });
  await run(bringBackFirstSteps);
  await run((db) => addReadyContact(db, "Lena Okafor"));
  expect(await run(getFirstSteps)).toMatchObject({ isHidden: false, done: { ready: true }, nearest: null });
});
