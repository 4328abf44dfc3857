import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "../db";
import { everything } from "../exports/everything";
import { testDatabase } from "../testing/database";
import { inPieces } from "../testing/linkedin-files";
import { somebodyWaits } from "../testing/waiting";
import { runRestore } from "./job";
import { failRestore, finishSending, getProgress, getRestore, keepPart, startSending } from "./run/data";
import { receive } from "./upload";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;
let file: string;

beforeEach(async () => {
  const other = await database.newOwner();
  await admin.query("insert into contact (owner_id, full_name) select $1, 'Ada ' || n from generate_series(1, 700) n", [
    other,
  ]);
  file = "";
  await asOwner(other, async (db) => {
    for await (const piece of everything(db)) file += piece;
  });
  owner = await database.newOwner();
});

const inDb = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const status = () => inDb(getRestore);
const send = async (text: string, megabytes = 10) => {
  let id = "";
  await receive(owner, inPieces(text, 50_000), { megabytes }, async (asked) => {
    id = asked;
  });
  return id;
};
const count = async (table: string) =>
  (await admin.query(`select count(*)::int as count from ${table} where owner_id = $1`, [owner])).rows[0].count;

test("what was sent waits for its job, which brings it back and keeps nothing of it", async () => {
  const id = await send(file);
  expect(await status()).toEqual({ state: "WAITING", percent: 0 });
  expect(await count("restore_part")).toBe(1);
  await runRestore(owner, id);
  expect(await status()).toEqual({ state: "DONE", contacts: 700 });
  expect([await count("contact"), await count("contact_standing"), await count("contact_search")]).toEqual([
    ...[700, 700, 700],
  ]);
  expect([await count("duplicate_queue"), await count("restore_part")]).toEqual([700, 0]);
  await inDb((db) => failRestore(db, id, { restore: "notEmpty", line: 0, limit: 0, version: 0 }));
  expect(await status()).toMatchObject({ state: "DONE" }); // of two at once the first to end has the word
  await runRestore(owner, id); // a killed server's job starts again: there is nothing left to do
  expect(await count("contact")).toBe(700);
});

test("how far it is can be seen meanwhile, nothing of what it writes", async () => {
  const id = await send(file);
  const client = await admin.connect();
  await client.query("begin");
  await client.query("select lock_standing($1)", [owner]);
  const running = runRestore(owner, id);
  await somebodyWaits(admin);
  expect(await status()).toMatchObject({ state: "RUNNING" });
  expect(await inDb(getProgress)).toMatchObject({ isUnderWay: true });
  expect(await count("contact")).toBe(0);
  await expect(send(file)).rejects.toThrow("underWay");
  await client.query("rollback");
  client.release();
  await running;
  expect(await status()).toMatchObject({ state: "DONE" });
});

test("what can't be brought back says why, leaves nothing, and another file may be sent", async () => {
  const id = await send(file.replace('"full_name":"Ada 350"', '"full_name":7'));
  await runRestore(owner, id);
  const failure = { restore: "column", table: "contact", column: "full_name" };
  expect(await status()).toMatchObject({ state: "FAILED", failure });
  expect([await count("contact"), await count("restore_part")]).toEqual([0, 0]);
  await runRestore(owner, await send(file));
  expect(await status()).toMatchObject({ state: "DONE" });
});

test("what goes wrong on our side is found by its reference", async () => {
  await admin.query("create function fail() returns trigger language plpgsql as $$ begin raise 'broken'; end $$");
  await admin.query("create trigger fail after insert on contact for each statement execute function fail()");
  await runRestore(owner, await send(file));
  const failure = { restore: "unexpected", reference: expect.stringMatching(/^[0-9a-f]{10}$/) };
  expect(await status()).toMatchObject({ state: "FAILED", failure });
  expect(await count("restore_part")).toBe(0);
  await admin.query("drop function fail() cascade");
});

test("of an upload that is too large, or breaks off, nothing stays", async () => {
  await expect(send(file + " ".repeat(1_000_000), 1)).rejects.toMatchObject({ code: "tooLarge", params: { limit: 1 } });
  expect([await count("restore"), await count("restore_part")]).toEqual([0, 0]);
  const brokenOff = async function* () {
    yield* inPieces(file.repeat(12), 500_000);
    throw new Error("the connection is gone");
  };
  const sending = receive(owner, brokenOff(), { megabytes: 100 }, () => Promise.reject(new Error("never asked")));
  await expect(sending).rejects.toThrow("the connection is gone");
  expect([await count("restore"), await count("restore_part")]).toEqual([0, 0]);
});

test("of two files sent at once the later is brought back, whole", async () => {
  const first = await inDb(startSending);
  await inDb((db) => keepPart(db, first, 1, new Uint8Array([1])));
  const second = await send(file); // the first was left by a killed server, or is still on its way
  await expect(inDb((db) => keepPart(db, first, 2, new Uint8Array([1])))).rejects.toThrow();
  expect(await inDb((db) => finishSending(db, first))).toBe(false);
  await runRestore(owner, first);
  expect(await status()).toMatchObject({ state: "WAITING" });
  await runRestore(owner, second);
  expect(await status()).toEqual({ state: "DONE", contacts: 700 });
});

test("one whose job was given up long ago stands in nobody's way", async () => {
  const id = await send(file);
  const later = new Date(Date.now() + 2 * 60 * 60_000);
  expect(await inDb((db) => startSending(db, later))).not.toBe(id);
  expect(await count("restore_part")).toBe(0);
});

test("nothing is taken where something is recorded, and nobody runs another's", async () => {
  const id = await send(file);
  const other = await database.newOwner();
  await runRestore(other, id);
  expect(await status()).toMatchObject({ state: "WAITING" });
  await inDb((db) => db.tag.create({ data: { ownerId: owner, name: "Tides" } }));
  await runRestore(owner, id);
  expect(await status()).toMatchObject({ state: "FAILED", failure: { restore: "notEmpty" } });
  await expect(send(file)).rejects.toThrow("notEmpty");
});
