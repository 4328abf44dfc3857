import { expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "../db";
import { testDatabase } from "../testing/database";
import { streamAsOwner } from "./stream";

const database = testDatabase();

/** Transactions of the application that are open now. */
const openTransactions = async () => {
  const login = new URL(database.appUrl).username;
  const { rows } = await database.admin.query(
    "select count(*)::int as count from pg_stat_activity where usename = $1 and datname = current_database() and xact_start is not null",
    [login],
  );
  return rows[0].count as number;
};

const addContact = (owner: OwnerId) =>
  asOwner(owner, (db) => db.contact.create({ data: { ownerId: owner, fullName: "Ada" }, select: { id: true } }));

test("it all arrives, of one moment, whatever is written meanwhile", async () => {
  const owner = await database.newOwner();
  await addContact(owner);
  const stream = streamAsOwner(owner, async function* (db: OwnerDb) {
    yield `${await db.contact.count()} `;
    await addContact(owner);
    yield `${await db.contact.count()} ünï`;
  });
  expect(await new Response(stream).text()).toBe("1 1 ünï");
  await expect.poll(openTransactions).toBe(0);
});

test("it is made no faster than it is taken, and ends where the reader goes away", async () => {
  const owner = await database.newOwner();
  let made = 0;
  let isClosed = false;
  const stream = streamAsOwner(owner, async function* (db: OwnerDb) {
    try {
      for (;;) {
        await db.contact.count();
        made++;
        yield "x".repeat(10_000);
      }
    } finally {
      isClosed = true;
    }
  });
  const reader = stream.getReader();
  await reader.read();
  await reader.read();
  expect(await openTransactions()).toBe(1);
  expect(made).toBeLessThan(6);
  await reader.cancel();
  await expect.poll(openTransactions).toBe(0);
  expect(isClosed).toBe(true);
  expect(made).toBeLessThan(7);
});

test("what fails half-way breaks off, so that a part never looks like the whole", async () => {
  const owner = await database.newOwner();
  const stream = streamAsOwner(owner, async function* () {
    yield "half";
    throw new Error("the disk is gone");
  });
  await expect(new Response(stream).text()).rejects.toThrow();
  await expect.poll(openTransactions).toBe(0);
});

test("many at once wait for each other, so that pages always find a connection", async () => {
  const owner = await database.newOwner();
  const readers = Array.from({ length: 8 }, () =>
    streamAsOwner(owner, async function* (db: OwnerDb) {
      for (let n = 0; n < 3; n++) yield String(await db.contact.count());
    }),
  );
  expect(await openTransactions()).toBeLessThanOrEqual(3);
  expect(await Promise.all(readers.map((stream) => new Response(stream).text()))).toEqual(Array(8).fill("000"));
});

test("who goes away while waiting is passed over", async () => {
  const owner = await database.newOwner();
  const started: number[] = [];
  const streams = [0, 1, 2, 3, 4].map((n) =>
    streamAsOwner(owner, async function* () {
      started.push(n);
      yield String(n);
    }),
  );
  await expect.poll(() => started.length).toBe(3);
  await streams[3]?.cancel();
  expect(await Promise.all([0, 1, 2, 4].map((n) => new Response(streams[n]).text()))).toEqual(["0", "1", "2", "4"]);
  expect(started.sort()).toEqual([0, 1, 2, 4]);
  await expect.poll(openTransactions).toBe(0);
});
