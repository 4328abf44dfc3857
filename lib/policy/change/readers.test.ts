// Whoever reads while the policy changes sees all of the old or all of the new, never some of each.
import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { heldUp, patience } from "@/lib/testing/waiting";
import { seedOwner } from "@/prisma/seed/owner";
import { getPolicySetting, savePolicy } from "../data";
import { defaultPolicy, type PolicyValues } from "../schema";
import { requestChange } from "./data";
import { runPolicyChange } from "./job";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;

beforeAll(async () => {
  owner = await database.newOwner();
  await seedOwner(owner, { contacts: 200, interactions: 2_000 });
});

type Reading = { halfLifeDays: number; heats: string; off: number };

/** In one statement: the policy's half-life, every heat, and how many strengths don't follow from the two. */
async function readOnce(db: OwnerDb): Promise<Reading> {
  const [reading] = await db.$queryRaw<[Reading]>`
    select p.half_life_days as "halfLifeDays", md5(string_agg(r.heat::text, ',' order by r.contact_id)) as heats,
      (count(*) filter (where abs(r.s - power_of_two(r.heat - days_since_t0(now()) / p.half_life_days)) > 1e-9))::int as off
    from relationship_strength r cross join policy_in_force(${owner}::uuid) p
    where r.owner_id = ${owner}::uuid group by 1`;
  return reading;
}

/** As pages do: several statements in one snapshot. */
async function readTwice(db: OwnerDb): Promise<Reading> {
  const { inForce } = await getPolicySetting(db);
  return { ...(await readOnce(db)), halfLifeDays: inForce.halfLifeDays };
}

const asIn = ({ halfLifeDays, heats }: Reading) => `${halfLifeDays} ${heats}`;

/** Reads on and on from several connections while `change` runs, which waits for `enough` of it; what they saw. */
async function readersDuring(change: (enough: () => Promise<void>) => Promise<unknown>): Promise<Reading[]> {
  const seen: Reading[] = [];
  let goOn = true;
  const reader = async (read: (db: OwnerDb) => Promise<Reading>, snapshot: boolean) => {
    while (goOn) seen.push(await asOwner(owner, read, { snapshot }));
  };
  const readers = [reader(readOnce, false), reader(readOnce, false), reader(readTwice, true), reader(readTwice, true)];
  const fourMore = async () => {
    const before = seen.length;
    await expect.poll(() => seen.length, patience).toBeGreaterThan(before + 4);
  };
  await fourMore();
  await change(fourMore).finally(() => {
    goOn = false;
  });
  await Promise.all(readers);
  return seen;
}

const saveAtOnce = (values: PolicyValues) => () =>
  asOwner(owner, async (db) => savePolicy(db, (await getPolicySetting(db)).version, values));
const saveByJob = (values: PolicyValues) => async () =>
  runPolicyChange(owner, await asOwner(owner, (db) => requestChange(db, values, 100)));

test.each([
  ["at once", saveAtOnce({ ...defaultPolicy, halfLifeDays: 30 })],
  ["in the background", saveByJob({ ...defaultPolicy, halfLifeDays: 400, minChecks: 1 })],
])("a policy changed %s", async (_, change) => {
  const before = await asOwner(owner, readOnce);
  // Held up at its last contact, so that there is something to read while most is done.
  const seen = await readersDuring((enough) => heldUp(admin, owner, change, enough));
  const after = await asOwner(owner, readOnce);
  expect(after.halfLifeDays).not.toBe(before.halfLifeDays);
  expect(after.heats).not.toBe(before.heats);
  expect(seen.filter((reading) => ![asIn(before), asIn(after)].includes(asIn(reading)))).toEqual([]);
  expect([before, ...seen, after].map(({ off }) => off).filter(Boolean)).toEqual([]);
});
