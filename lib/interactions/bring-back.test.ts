import { beforeAll, expect, test } from "vitest";
import { bringBackCheck, createCheck, deleteCheck, getCheck } from "@/lib/checks/data";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { readStanding } from "@/lib/testing/standing";
import { bringBackInteraction, deleteInteraction, getInteraction, logInteraction } from "./data";
import { bringBackInteraction as form } from "./schema";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = (fullName: string) => run((db) => createContact(db, { fullName }));

async function logged(contactIds: string[]) {
  const id = newOperationKey();
  await run((db) =>
    logInteraction(db, id, {
      ...{ contactIds, newNames: [], names: [], kind: "CALL", direction: "JOINT", depth: "DEEP", groupSize: 7 },
      ...{ notes: "Tariffs", occurredAt: "2026-11-20T12:34:56.789Z", followUpTitle: null, followUpDue: null },
    }),
  );
  const interaction = await run((db) => getInteraction(db, id));
  if (!interaction) throw new Error("not logged");
  const { contacts, ...what } = interaction;
  return { ...what, contactIds: contacts.map((contact) => contact.id) };
}

test("a deleted interaction comes back as it was, with everybody's standing; twice is once", async () => {
  const [ada, bea] = [await person("Ada"), await person("Bea")];
  const memory = await logged([ada, bea]);
  const before = await run((db) => readStanding(db, ada));
  await run((db) => deleteInteraction(db, memory.id, memory.version));
  const sent = form.parse({ memory: JSON.stringify(memory) }).memory;
  for (const _ of [1, 2]) await run((db) => bringBackInteraction(db, sent));
  const again = await run((db) => getInteraction(db, memory.id));
  const { contactIds, ...what } = memory;
  expect(again).toMatchObject({ ...what, version: memory.version + 1 });
  expect(again?.contacts.map(({ id }) => id).sort()).toEqual([...contactIds].sort());
  // Strength decays from one moment to the next.
  expect(await run((db) => readStanding(db, ada))).toEqual({ ...before, s: expect.closeTo(before?.s ?? 0, 6) });
});

test("another owner can't bring it to themselves with contacts that aren't theirs", async () => {
  const memory = await logged([await person("Ada")]);
  await run((db) => deleteInteraction(db, memory.id, memory.version));
  await expect(asOwner(other, (db) => bringBackInteraction(db, memory))).rejects.toMatchObject({ code: "notFound" });
  expect(await asOwner(other, (db) => getInteraction(db, memory.id))).toBeNull();
});

test("a deleted check comes back as it was; another owner's contact is not found", async () => {
  const ada = await person("Ada");
  const id = newOperationKey();
  await run((db) =>
    createCheck(db, id, ada, {
      ...{
        kind: "CREDENTIALS",
        claim: "Engineer",
        finding: "SUPPORTS",
        sourceName: null,
        independent: true,
        note: "Seen",
      },
      ...{ sourceUrl: "https://register.example/ada", checkedAt: "2026-11-20T12:00:00.000Z", expiresAt: null },
    }),
  );
  const check = await run((db) => getCheck(db, ada, id));
  if (!check) throw new Error("not checked");
  const { ownPage: _, validUntil: __, ...memory } = check;
  await run((db) => deleteCheck(db, id, check.version));
  await run((db) => bringBackCheck(db, memory));
  expect(await run((db) => getCheck(db, ada, id))).toEqual({ ...check, version: check.version + 1 });
  await expect(asOwner(other, (db) => bringBackCheck(db, memory))).rejects.toMatchObject({ code: "notFound" });
});
