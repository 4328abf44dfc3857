import { expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import type { Seen } from "@/lib/form-state";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { readStanding } from "@/lib/testing/standing";
import { getPolicySetting, mostAtOnce, savePolicy } from "./data";
import { defaultPolicy, type PolicyValues } from "./schema";
import { policyNumbers } from "./words";

const database = testDatabase();
const { admin } = database;

const setting = (owner: OwnerId) => asOwner(owner, getPolicySetting, { snapshot: true });
const save = (owner: OwnerId, version: number, values: PolicyValues, see?: Seen) =>
  asOwner(owner, (db) => savePolicy(db, version, values, see));
const strict = { ...defaultPolicy, minChecks: 3 };

test("who never saved one has the defaults of the form, of the table and of the rule", async () => {
  const owner = await database.newOwner();
  expect(await setting(owner)).toEqual({ inForce: defaultPolicy, version: 0, change: null });
  const inForce = async () => {
    const { rows } = await admin.query("select to_jsonb(p) as policy from policy_in_force($1) p", [owner]);
    return rows[0].policy;
  };
  const rule = await inForce();
  await admin.query("insert into policy (owner_id) values ($1)", [owner]);
  expect(await inForce()).toEqual(rule);
  expect((await setting(owner)).inForce).toEqual(defaultPolicy);
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  expect(rule).toEqual(Object.fromEntries(Object.entries(defaultPolicy).map(([name, value]) => [snake(name), value])));
});

test("what is saved counts at once, for its owner alone", async () => {
  const [owner, other] = [await database.newOwner(), await database.newOwner()];
  const [contact, theirs] = await Promise.all(
    [owner, other].map((who) => asOwner(who, (db) => addReadyContact(db, "Lena Okafor"))),
  );
  const verdict = (who: OwnerId, id: string | undefined) =>
    asOwner(who, async (db) => (await readStanding(db, id ?? "")).verdict);
  expect(await save(owner, 0, strict)).toBeNull();
  expect(await setting(owner)).toEqual({ inForce: strict, version: 1, change: null });
  expect(await setting(other)).toMatchObject({ inForce: defaultPolicy, version: 0 });
  expect([await verdict(owner, contact), await verdict(other, theirs)]).toEqual(["ALMOST", "READY"]);
  await save(owner, 1, defaultPolicy);
  expect(await verdict(owner, contact)).toBe("READY");
});

test("the second of two tabs is told, and may save over the other", async () => {
  const owner = await database.newOwner();
  const see = { href: "/settings", label: "Settings" } as const;
  const [first, second] = await Promise.allSettled([
    save(owner, 0, strict, see),
    save(owner, 0, { ...strict, warmAt: 2 }, see),
  ]);
  const refused = [first, second].filter((result) => result?.status === "rejected");
  expect(refused).toEqual([{ status: "rejected", reason: expect.objectContaining({ code: "changedElsewhere", see }) }]);
  await expect(save(owner, 7, strict)).rejects.toThrow("changedElsewhere");
  await save(owner, 1, { ...strict, halfLifeDays: 90 });
  expect(await setting(owner)).toMatchObject({ version: 2, inForce: { halfLifeDays: 90 } });
});

test("whoever has the standings for long is not waited for: nothing is saved and it says so", async () => {
  const owner = await database.newOwner();
  const client = await admin.connect();
  await client.query("begin");
  await client.query("select lock_standing($1)", [owner]);
  await expect(save(owner, 0, strict)).rejects.toThrow("busy");
  await client.query("rollback");
  client.release();
  expect(await setting(owner)).toMatchObject({ version: 0, inForce: defaultPolicy });
});

test("the database takes what the form takes, to the last value, and nothing beyond", async () => {
  const owner = await database.newOwner();
  const write = (db: OwnerDb, values: Partial<PolicyValues>) =>
    db.policy.upsert({ where: { ownerId: owner }, create: { ownerId: owner, ...values }, update: values });
  for (const [name, { least, most }] of Object.entries(policyNumbers)) {
    const value = (to: number) => asOwner(owner, (db) => write(db, { [name]: to }));
    for (const within of [least, most]) await value(within);
    for (const beyond of [least - 1, most + 1]) await expect(value(beyond), `${name} ${beyond}`).rejects.toThrow();
  }
});

test("past a size the change waits for its job; a newer one takes its place, and its version is never read again", async () => {
  const owner = await database.newOwner();
  await admin.query("insert into contact (owner_id, full_name) select $1, 'Ann ' || n from generate_series(1, $2) n", [
    owner,
    mostAtOnce.contacts + 1,
  ]);
  const first = await save(owner, 0, strict);
  expect(first).not.toBeNull();
  const waiting = { id: first, proposed: strict, state: "WAITING", done: 0, total: mostAtOnce.contacts + 1 };
  expect(await setting(owner)).toMatchObject({ inForce: defaultPolicy, version: 1, change: waiting });
  await expect(save(owner, 0, defaultPolicy)).rejects.toThrow("changedElsewhere");
  const second = await save(owner, 1, { ...strict, warmAt: 2 });
  expect(second).not.toBe(first);
  expect(await setting(owner)).toMatchObject({ version: 2, change: { id: second, proposed: { warmAt: 2 } } });
});
