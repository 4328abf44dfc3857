import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { getNetwork, recordNetwork } from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const record = (day: string, all: number, vouched: number) => run((db) => recordNetwork(db, day, { all, vouched }));
const network = (today: string, months?: number, timeZone = "UTC") =>
  run((db) => getNetwork(db, today, timeZone, months));

test("the last look at a day counts, and the last day of a week", async () => {
  await record("2026-11-23", 10, 2);
  await record("2026-11-24", 10, 3);
  await record("2026-11-24", 10, 4);
  await record("2026-11-30", 11, 5);
  expect((await network("2026-11-30")).recorded).toEqual([
    { day: "2026-11-24", connected: 10, vouched: 4 },
    { day: "2026-11-30", connected: 11, vouched: 5 },
  ]);
});

test("nothing is recorded before the first connection; that there is none any more is", async () => {
  await record("2026-11-23", 0, 0);
  expect((await network("2026-11-30")).recorded).toEqual([]);
  await record("2026-11-24", 1, 0);
  await record("2026-11-30", 0, 0);
  expect((await network("2026-11-30")).recorded).toHaveLength(2);
});

test("before the first record only what dates prove: the day of the connection, and since when the assessment says so", async () => {
  const connectedOn = (day: string | null) =>
    ({ connectionStatus: "CONNECTED", connectedOn: day && new Date(day) }) as const;
  await run(async (db) => {
    const lena = await addReadyContact(db, "Lena Okafor");
    await db.contact.updateMany({ where: { id: lena }, data: connectedOn("2026-01-10") });
    const assessed = new Date("2026-03-05T12:00:00Z");
    await db.assessment.updateMany({ where: { contactId: lena }, data: { reviewedAt: assessed, updatedAt: assessed } });
    // Reviewed long ago, and no longer what it was then: nobody knows what it said.
    const ran = await addReadyContact(db, "Ran Out");
    await db.contact.updateMany({ where: { id: ran }, data: connectedOn("2020-01-10") });
    const long = new Date("2024-01-01");
    await db.assessment.updateMany({ where: { contactId: ran }, data: { reviewedAt: long, updatedAt: assessed } });
    await db.contact.create({ data: { ownerId: db.owner, fullName: "No day", ...connectedOn(null) } });
    const gone = { connectionStatus: "REMOVED", connectedOn: new Date("2020-01-10") } as const;
    await db.contact.create({ data: { ownerId: db.owner, fullName: "Removed", ...gone } });
  });
  await record("2026-05-01", 3, 1);
  const { proven, recorded, undated } = await network("2026-05-01", 5);
  expect(proven).toEqual([
    { day: "2025-12-31", connected: 1, vouched: 0 },
    { day: "2026-01-31", connected: 2, vouched: 0 },
    { day: "2026-02-28", connected: 2, vouched: 0 },
    { day: "2026-03-31", connected: 2, vouched: 1 },
    { day: "2026-04-30", connected: 2, vouched: 1 },
  ]);
  expect(recorded).toEqual([{ day: "2026-05-01", connected: 3, vouched: 1 }]);
  expect(undated).toBe(1);
});

test("who ran out was vouched for until then", async () => {
  await run(async (db) => {
    const id = await addReadyContact(db, "Lena Okafor");
    const assessed = new Date("2025-01-05T12:00:00Z");
    await db.contact.updateMany({
      where: { id },
      data: { connectionStatus: "CONNECTED", connectedOn: new Date("2024-01-10") },
    });
    await db.assessment.updateMany({ where: { contactId: id }, data: { reviewedAt: assessed, updatedAt: assessed } });
  });
  const { proven } = await network("2026-03-10", 3);
  expect(proven.map(({ day, vouched }) => `${day} ${vouched}`)).toEqual([
    "2025-12-31 1",
    "2026-01-31 0",
    "2026-02-28 0",
  ]);
});

test("a month ends where the owner lives", async () => {
  await run(async (db) => {
    const lena = await addReadyContact(db, "Lena Okafor");
    const connected = { connectionStatus: "CONNECTED", connectedOn: new Date("2026-01-10") } as const;
    await db.contact.updateMany({ where: { id: lena }, data: connected });
    const assessed = new Date("2026-01-31T20:00:00Z"); // the first of February in Tokyo
    await db.assessment.updateMany({ where: { contactId: lena }, data: { reviewedAt: assessed, updatedAt: assessed } });
  });
  await record("2026-03-10", 1, 1);
  const vouchedInJanuary = async (timeZone: string) =>
    (await network("2026-03-10", 3, timeZone)).proven.find(({ day }) => day === "2026-01-31")?.vouched;
  expect(await vouchedInJanuary("UTC")).toBe(1);
  expect(await vouchedInJanuary("Asia/Tokyo")).toBe(0);
});

test("another owner's network is their own", async () => {
  await record("2026-11-23", 10, 2);
  const other = await database.newOwner();
  expect(await asOwner(other, (db) => getNetwork(db, "2026-11-30", "UTC"))).toEqual({
    recorded: [],
    proven: [],
    undated: 0,
  });
  await asOwner(other, (db) => recordNetwork(db, "2026-11-23", { all: 1, vouched: 1 }));
  expect((await network("2026-11-30")).recorded).toMatchObject([{ connected: 10 }]);
});
