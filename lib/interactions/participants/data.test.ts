import { expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { trashContact } from "@/lib/contacts/trash/data";
import { asOwner, type OwnerDb } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { logInteraction } from "../data";
import { listRecentPeople } from "./data";

const database = testDatabase();

test("the people last in touch with come newest first, none in the trash, none of another owner’s", async () => {
  const owner = await database.newOwner();
  const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
  const met = async (fullName: string, daysAgo: number) => {
    const id = await run((db) => createContact(db, { fullName }));
    const what = { kind: "IN_PERSON", direction: "JOINT", depth: "NORMAL", groupSize: null, notes: null } as const;
    const who = { contactIds: [id], newNames: [], names: [], followUpTitle: null, followUpDue: null };
    const occurredAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
    await run((db) => logInteraction(db, newOperationKey(), { ...what, ...who, occurredAt }));
    return id;
  };
  await run((db) => createContact(db, { fullName: "Never Met" }));
  await met("Long Ago", 300);
  await met("Just Now", 1);
  await met("Last Week", 7);
  const gone = await met("Thrown Away", 2);
  await run((db) => trashContact(db, gone));

  const names = (await run((db) => listRecentPeople(db))).map(({ name }) => name);
  expect(names).toEqual(["Just Now", "Last Week", "Long Ago"]);
  expect(await run((db) => listRecentPeople(db, 1))).toHaveLength(1);
  const other = await database.newOwner();
  expect(await asOwner(other, (db) => listRecentPeople(db))).toEqual([]);
});
