import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { heldUp, somebodyWaits } from "@/lib/testing/waiting";
import { seedOwner } from "@/prisma/seed/owner";
import { standings } from "@/prisma/sql/history";
import { getPolicySetting } from "../data";
import { lockPolicy, lockStandings } from "../row/data";
import { defaultPolicy, type PolicyValues } from "../schema";
import { endChange, requestChange } from "./data";
import { runPolicyChange } from "./job";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;

beforeAll(async () => {
  owner = await database.newOwner();
  await seedOwner(owner, { contacts: 120, interactions: 1_200 });
});

const inDb = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const setting = () => inDb(getPolicySetting);
const request = async (values: PolicyValues) => {
  const { version } = await setting();
  return inDb((db) => requestChange(db, values, version + 1));
};
const quick = { ...defaultPolicy, halfLifeDays: 30, warmAt: 1, minChecks: 1 };
const slow = { ...defaultPolicy, halfLifeDays: 400, minTwoWayDays: 5 };

const midway = (id: string, during: () => Promise<void>) =>
  heldUp(admin, owner, () => runPolicyChange(owner, id), during);

test("makes the policy and every standing as a rebuild would, and leaves nothing of the change", async () => {
  const id = await request(quick);
  await runPolicyChange(owner, id);
  expect(await setting()).toEqual({ inForce: quick, version: 1, change: null });
  const made = await standings(admin, owner);
  await admin.query("select rebuild_standing($1)", [owner]);
  expect(await standings(admin, owner)).toEqual(made);
  await runPolicyChange(owner, id); // a killed server's job starts again: there is nothing left to do
  expect(await setting()).toMatchObject({ version: 1, change: null });
});

test("until it is done everybody reads the old policy, and how far it is", async () => {
  const before = await standings(admin, owner);
  const { inForce } = await setting();
  const id = await request(slow);
  await midway(id, async () => {
    expect(await setting()).toMatchObject({ inForce, change: { id, state: "RUNNING", done: 112, total: 120 } });
    expect(await standings(admin, owner)).toEqual(before);
  });
  expect(await setting()).toMatchObject({ inForce: slow, change: null });
  expect(await standings(admin, owner)).not.toEqual(before);
});

test("a newer change, or the wish to keep the old, ends one that runs without effect", async () => {
  const { inForce } = await setting();
  const before = await standings(admin, owner);
  const first = await request(quick);
  let second = "";
  await midway(first, async () => {
    second = await request({ ...quick, warmAt: 2 });
  });
  expect(await standings(admin, owner)).toEqual(before);
  expect(await setting()).toMatchObject({ inForce, change: { id: second, state: "WAITING" } });
  await midway(second, async () => {
    await inDb((db) => endChange(db, second));
  });
  expect(await standings(admin, owner)).toEqual(before);
  expect(await setting()).toMatchObject({ inForce, change: null });
});

test("one that fails says so, leaves the old policy, and can be asked for again", async () => {
  const { inForce } = await setting();
  await admin.query("alter table policy add constraint refuse_all check (warm_at <> 3) not valid");
  const id = await request({ ...quick, warmAt: 3 });
  await runPolicyChange(owner, id);
  expect(await setting()).toMatchObject({ inForce, change: { id, state: "FAILED", reference: expect.any(String) } });
  await runPolicyChange(owner, id);
  expect(await setting()).toMatchObject({ inForce, change: { state: "FAILED" } });
  await admin.query("alter table policy drop constraint refuse_all");
  await runPolicyChange(owner, await request({ ...quick, warmAt: 3 }));
  expect(await setting()).toMatchObject({ inForce: { warmAt: 3 }, change: null });
});

test("a job that is quicker than the transaction that asked for it waits for that", async () => {
  let running: Promise<void> | undefined;
  await inDb(async (db) => {
    await lockPolicy(db);
    const id = await requestChange(db, slow, 50);
    running = runPolicyChange(owner, id);
    await somebodyWaits(admin);
  });
  await running;
  expect(await setting()).toEqual({ inForce: slow, version: 50, change: null });
});

test("another owner's change is not there: not to run, not to see", async () => {
  const other = await database.newOwner();
  const id = await request(quick);
  await runPolicyChange(other, id);
  expect(await asOwner(other, getPolicySetting)).toEqual({ inForce: defaultPolicy, version: 0, change: null });
  expect(await setting()).toMatchObject({ change: { id, state: "WAITING" } });
});

test("it waits for whoever has the standings, however long", async () => {
  const id = await request(quick);
  let running: Promise<void> | undefined;
  await inDb(async (db) => {
    await lockStandings(db);
    running = runPolicyChange(owner, id);
    await somebodyWaits(admin);
  });
  await running;
  expect(await setting()).toMatchObject({ inForce: quick, change: null });
});
