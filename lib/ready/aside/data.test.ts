import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { markSent } from "@/lib/invitations/data";
import { countQueue, listQueue, listSetAside } from "@/lib/strength/lanes/queue/data";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { getCounts, getToday } from "@/lib/today/data";
import { putBack, setAside } from "./data";

const database = testDatabase();
let owner: OwnerId;
let lena: string;
let tomas: string;
beforeEach(async () => {
  owner = await database.newOwner();
  [lena, tomas] = await run(
    async (db) =>
      [await addReadyContact(db, "Lena Okafor"), await addReadyContact(db, "Tomás Marín")] as [string, string],
  );
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const queue = async () => (await run(listQueue)).rows.map(({ contactId }) => contactId);
const hour = 3_600_000;
const inAnHour = () => new Date(Date.now() + hour).toISOString();
const anHourAgo = () => new Date(Date.now() - hour).toISOString();

test("put off, somebody leaves the queue until the moment has come", async () => {
  await run((db) => setAside(db, lena, { until: inAnHour(), reason: null }));
  expect(await queue()).toEqual([tomas]);
  await run((db) => setAside(db, lena, { until: anHourAgo(), reason: null }));
  expect(await queue()).toHaveLength(2);
  expect(await run(listSetAside)).toEqual([]);
});

test("left out for good, they are listed with the reason, the latest first, until they are put back", async () => {
  await run((db) => setAside(db, lena, { until: null, reason: "Moved to another field" }));
  await run((db) => setAside(db, tomas, { until: inAnHour(), reason: null }));
  expect(await queue()).toEqual([]);
  expect(await run(listSetAside)).toMatchObject([
    { contactId: tomas, reason: null, verdict: "READY" },
    { contactId: lena, until: null, reason: "Moved to another field", verdict: "READY" },
  ]);
  await run((db) => putBack(db, lena));
  await run((db) => putBack(db, lena)); // nothing left to take back
  expect(await queue()).toEqual([lena]);
});

test("queue, Today and rail count the same people", async () => {
  await run((db) => setAside(db, lena, { until: null, reason: "No" }));
  expect(await run((db) => countQueue(db))).toEqual({ ready: 1, setAside: 1 });
  expect((await run((db) => getToday(db, "UTC"))).ready).toMatchObject({
    count: 1,
    setAside: 1,
    people: [{ record: { id: tomas } }],
  });
  expect((await run(getCounts)).queue.ready).toBe(1);
});

test("who isn't ready any more stays listed and takes nobody's place; who is invited is not set aside any more", async () => {
  await run(async (db) => {
    await setAside(db, lena, { until: null, reason: "No" });
    await db.assessment.updateMany({ where: { ownerId: db.owner, contactId: lena }, data: { wantsToDeepen: "NO" } });
  });
  expect(await run((db) => countQueue(db))).toEqual({ ready: 1, setAside: 1 });
  expect(await run(listSetAside)).toMatchObject([{ contactId: lena, verdict: "ALMOST" }]);
  await run((db) => markSent(db, lena, null));
  expect(await run((db) => countQueue(db))).toEqual({ ready: 1, setAside: 0 });
  expect(await run(listSetAside)).toEqual([]);
});

test("another owner's contact is not there, and nothing is written", async () => {
  const other = await database.newOwner();
  const choice = { until: null, reason: "No" };
  await expect(asOwner(other, (db) => setAside(db, lena, choice))).rejects.toMatchObject({ code: "notFound" });
  await run((db) => setAside(db, lena, choice));
  await expect(asOwner(other, (db) => putBack(db, lena))).rejects.toMatchObject({ code: "notFound" });
  expect(await asOwner(other, listSetAside)).toEqual([]);
  expect(await queue()).toEqual([tomas]);
});
