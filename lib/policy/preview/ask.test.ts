import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerId } from "@/lib/db";
import type { Verdict } from "@/lib/strength/schema";
import { testDatabase } from "@/lib/testing/database";
import { seedOwner } from "@/prisma/seed/owner";
import { writeHistory } from "@/prisma/sql/history";
import { randomHistory } from "@/prisma/sql/random-history";
import { daysAgo, readyHistory } from "@/prisma/sql/ready";
import { getPolicySetting, savePolicy } from "../data";
import { defaultPolicy, type PolicyValues } from "../schema";
import { askPreview } from "./ask";
import { countChanged, mostLive, mostNamed, type PolicyPreview } from "./schema";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;

beforeAll(async () => {
  owner = await database.newOwner();
  await seedOwner(owner, { contacts: 300, interactions: 3_000 });
  for (const history of fc.sample(randomHistory(Date.now()), { numRuns: 25, seed: 11 })) {
    const contacts = history.contacts.map((contact) => ({ ...contact, slugs: [] })); // unique per owner
    await writeHistory(admin, owner, { ...history, contacts, policy: null });
  }
});

async function verdicts(of = owner): Promise<Map<string, Verdict>> {
  const { rows } = await admin.query<{ id: string; verdict: Verdict }>(
    "select contact_id as id, verdict from relationship_strength where owner_id = $1",
    [of],
  );
  return new Map(rows.map(({ id, verdict }) => [id, verdict]));
}

const countOf = (all: Map<string, Verdict>) => {
  const count = (verdict: Verdict) => [...all.values()].filter((found) => found === verdict).length;
  return { READY: count("READY"), ALMOST: count("ALMOST"), BLOCKED: count("BLOCKED") };
};

const save = (values: PolicyValues, of = owner) =>
  asOwner(of, async (db) => savePolicy(db, (await getPolicySetting(db)).version, values));

function counted(preview: PolicyPreview) {
  if (preview.state !== "counted") throw new Error(preview.state);
  return preview;
}

const policies: fc.Arbitrary<PolicyValues> = fc.record({
  halfLifeDays: fc.constantFrom(1, 30, 180, 700),
  warmAt: fc.constantFrom(0.05, 1, 4, 12),
  minTwoWayDays: fc.integer({ min: 0, max: 8 }),
  minCommonGround: fc.integer({ min: 0, max: 3 }),
  minChecks: fc.integer({ min: 0, max: 3 }),
  minCheckKinds: fc.integer({ min: 0, max: 3 }),
  checkMaxAgeDays: fc.constantFrom(30, 365, 3_650),
  assessmentMaxAgeDays: fc.constantFrom(30, 365, 3_650),
  remoteMinCalls: fc.integer({ min: 1, max: 4 }),
  remoteMinSpanDays: fc.constantFrom(0, 10, 60),
  requireSupportEachWay: fc.constantFrom(false, false, false, true),
});

test("what a preview says is what saving does: counts, who changes, from what to what; and asking changes nothing", async () => {
  let moved = 0;
  for (const values of fc.sample(policies, { numRuns: 14, seed: 7 })) {
    const before = await verdicts();
    const preview = counted(await askPreview(owner, values));
    expect(await verdicts()).toEqual(before);
    await save(values);
    const after = await verdicts();
    const changed = [...after].filter(([id, verdict]) => before.get(id) !== verdict).map(([id]) => id);
    expect({ now: preview.now, would: preview.would }, JSON.stringify(values)).toEqual({
      now: countOf(before),
      would: countOf(after),
    });
    expect(countChanged(preview.changes)).toBe(changed.length);
    for (const { from, to, count, people } of preview.changes) {
      expect(changed.filter((id) => before.get(id) === from && after.get(id) === to)).toHaveLength(count);
      expect(people).toHaveLength(Math.min(count, mostNamed));
      for (const { contactId } of people) expect([before.get(contactId), after.get(contactId)]).toEqual([from, to]);
    }
    moved += changed.length;
  }
  expect(moved).toBeGreaterThan(100);
  await save(defaultPolicy);
});

test("first come those who become ready, then those who no longer are; of each the first by name", async () => {
  const fresh = await database.newOwner();
  const add = async (name: string, checks: number, cold = false) => {
    const now = cold ? daysAgo(100) : new Date();
    const { id, history } = readyHistory(now);
    await writeHistory(admin, fresh, { ...history, checks: history.checks.slice(0, checks) });
    await admin.query("update contact set full_name = $1 where id = $2", [name, id]);
  };
  await add("Zoë Quill", 1);
  await add("ada Byron", 1);
  await add("Ben Short", 0);
  await add("Cold Carla", 2, true);
  const values = { ...defaultPolicy, minChecks: 1, minCheckKinds: 1, warmAt: 12 };
  const lenient = counted(await askPreview(fresh, values));
  const told = lenient.changes.map(({ people, ...change }) => ({ ...change, people: people.map((p) => p.fullName) }));
  expect(told).toEqual([
    { from: "ALMOST", to: "READY", count: 2, people: ["ada Byron", "Zoë Quill"] },
    { from: "READY", to: "ALMOST", count: 1, people: ["Cold Carla"] },
  ]);
  expect(lenient.now).toEqual({ READY: 1, ALMOST: 3, BLOCKED: 0 });
  expect(lenient.would).toEqual({ READY: 2, ALMOST: 2, BLOCKED: 0 });
});

test("nothing is written and nobody is waited for where the values are the ones in force", async () => {
  await admin.connect().then(async (client) => {
    await client.query("begin");
    await client.query("select lock_standing($1)", [owner]);
    const { now, would, changes } = counted(await askPreview(owner, defaultPolicy));
    expect(would).toEqual(now);
    expect(changes).toEqual([]);
    expect(await askPreview(owner, { ...defaultPolicy, minChecks: 1 })).toEqual({ state: "busy", now });
    await client.query("rollback");
    client.release();
  });
});

test("another owner's contacts are neither counted nor named", async () => {
  const other = await database.newOwner();
  const preview = counted(await askPreview(other, { ...defaultPolicy, warmAt: 0.5, minChecks: 0, minCheckKinds: 0 }));
  expect(preview).toMatchObject({ now: { READY: 0, ALMOST: 0, BLOCKED: 0 }, changes: [] });
});

test("very many people are only looked at when asked for", async () => {
  const crowded = await database.newOwner();
  await admin.query(
    "insert into contact (owner_id, id, full_name) select $1, uuid_v7(), 'Ann ' || n from generate_series(1, $2) n",
    [crowded, mostLive + 1],
  );
  await admin.query(
    "insert into assessment (owner_id, contact_id) select owner_id, id from contact where owner_id = $1",
    [crowded],
  );
  const values = { ...defaultPolicy, minChecks: 1 };
  expect(await askPreview(crowded, values)).toMatchObject({ state: "large" });
  expect(await askPreview(crowded, values, { anyway: true })).toMatchObject({ state: "counted", changes: [] });
});
