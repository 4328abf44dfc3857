import { beforeAll, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { listLatestActs } from "../data";
import { getHelpLedger } from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);

/** A contact with acts, as "G" given and "R" received on the first days of November. */
const helped = (fullName: string, acts: string) =>
  run(async (db) => {
    const contactId = await createContact(db, { fullName });
    await db.supportAct.createMany({
      data: acts.split(" ").map((act) => ({
        ownerId: owner,
        contactId,
        direction: act.startsWith("G") ? "GIVEN" : "RECEIVED",
        kind: "ADVICE",
        occurredAt: new Date(`2026-11-${act.slice(1)}T12:00:00Z`),
      })),
    });
    return contactId;
  });

test("whom you owe stands first, who has waited longest on top; since the first act that wasn't returned", async () => {
  await helped("Even Steven", "G01 R02");
  await helped("Waits Short", "R10");
  await helped("Waits Long", "R01 G02 R03 R08");
  await helped("Owes You", "G05 G06 R07");
  const gone = await helped("In the trash", "R01");
  await run((db) => db.contact.updateMany({ where: { id: gone }, data: { deletedAt: new Date() } }));
  const { lines, people, owing, totals } = await run((db) => getHelpLedger(db));
  const day = (moment: string | null) => moment?.slice(8, 10) ?? null;
  expect(
    lines.map(({ contact, owed, since, lastReceived }) => [contact.fullName, owed, day(since), day(lastReceived)]),
  ).toEqual([
    ["Waits Long", 2, "03", "08"],
    ["Waits Short", 1, "10", "10"],
    ["Owes You", -1, "06", "07"],
    ["Even Steven", 0, null, "02"],
  ]);
  expect([people, owing, totals.GIVEN.ADVICE, totals.RECEIVED.ADVICE]).toEqual([4, 2, 4, 6]);
  expect(await run((db) => getHelpLedger(db, 1))).toMatchObject({ people: 4, owing: 2, lines: [{ owed: 2 }] });
  expect((await run((db) => listLatestActs(db, { limit: 1 })))[0]).toMatchObject({ fullName: "Waits Short" });
  expect(await asOwner(await database.newOwner(), (db) => getHelpLedger(db))).toMatchObject({ lines: [], people: 0 });
});
