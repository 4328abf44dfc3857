import { beforeEach, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { mergePeople, undoMerge } from "@/lib/duplicates/merge/data";
import { logInteraction } from "@/lib/interactions/data";
import { newOperationKey } from "@/lib/operation-key";
import { getStanding } from "@/lib/strength/data";
import { testDatabase } from "@/lib/testing/database";
import { getFirstSteps } from "@/lib/today/first-steps/data";
import { addSample, countSample, isSample, removeSample } from "./data";

const database = testDatabase();
const world = { name: "Max Moreau", timeZone: "Europe/Oslo", now: new Date() };
const patient = { timeoutMs: 60_000 };
let owner: OwnerId;
const run = <T>(work: (db: OwnerDb) => Promise<T>, who = owner) => asOwner(who, work, patient);

beforeEach(async () => {
  owner = await database.newOwner();
  await run((db) => addSample(db, world));
});

const person = (fullName: string) => run((db) => createContact(db, { fullName }));
const anySample = () => run(async (db) => (await db.sampleContact.findFirstOrThrow()).contactId);

const meet = (contactIds: string[]) =>
  run((db) =>
    logInteraction(db, newOperationKey(), {
      ...{ contactIds, newNames: [], names: [], kind: "IN_PERSON", direction: "JOINT", depth: "NORMAL", notes: null },
      ...{ groupSize: null, followUpTitle: null, followUpDue: null },
      occurredAt: new Date(Date.now() - 86_400_000).toISOString(),
    }),
  );

/** Every table in which this owner has rows. */
async function tablesWithRows(who = owner): Promise<string[]> {
  const { rows: tables } = await database.admin.query<{ name: string }>(
    `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'owner_id' and table_type = 'BASE TABLE' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await database.admin.query(`select from ${name} where owner_id = $1 limit 1`, [who]);
    if (rowCount) found.push(name);
  }
  return found;
}

test("eighty people come, are none of the owner's first steps, and go without leaving anything", async () => {
  expect(await run(countSample)).toBe(80);
  expect((await run(getFirstSteps)).done).toMatchObject({
    contacts: false,
    interaction: false,
    check: false,
    ready: false,
  });
  await run(removeSample);
  expect(await run(countSample)).toBe(0);
  expect(await tablesWithRows()).toEqual(["audit_event", "standing_tally"]); // that the account was made; counts by the hour, all of which are none
  const { rows } = await database.admin.query(
    "select sum(contacts)::int as left from standing_tally where owner_id = $1",
    [owner],
  );
  expect(rows).toEqual([{ left: 0 }]);
});

test("they come only into an empty account", async () => {
  await expect(run((db) => addSample(db, world))).rejects.toMatchObject({ code: "notEmpty" });
  await run(removeSample);
  await person("Lena Okafor");
  await expect(run((db) => addSample(db, world))).rejects.toMatchObject({ code: "notEmpty" });
});

test("the owner's own people stay as they are, and so does what happened with them", async () => {
  const lena = await person("Lena Okafor");
  const made = await anySample();
  await meet([lena]);
  await meet([lena, made]);
  const [alone = ""] = await meet([made]);
  const before = await run((db) => getStanding(db, lena));
  await run(removeSample);
  expect(await run((db) => db.contact.findMany({ select: { fullName: true } }))).toEqual([{ fullName: "Lena Okafor" }]);
  const left = await run((db) => db.interaction.findMany({ select: { id: true } }));
  expect(left).toHaveLength(2);
  expect(left.map(({ id }) => id)).not.toContain(alone);
  const after = await run((db) => getStanding(db, lena));
  expect(after).toMatchObject({ interactionCount: 2, verdict: before?.verdict });
});

test("who turned out to be somebody real stays; undone, they are made up again", async () => {
  const [made, lena] = [await anySample(), await person("Lena Okafor")];
  expect(await run((db) => isSample(db, made))).toBe(true);
  const merge = () =>
    run(async (db) => {
      const contacts = await db.contact.findMany({ where: { id: { in: [made, lena] } } });
      const seen = contacts.map(({ id, version }) => `${id} ${version}`);
      return mergePeople(db, { people: [made, lena], seen, choices: {} });
    });
  const merged = await merge();
  expect(await run((db) => isSample(db, made))).toBe(false);
  await run((db) => undoMerge(db, merged));
  expect(await run((db) => isSample(db, made))).toBe(true);
  await merge();
  await run(removeSample);
  expect(await run((db) => db.contact.findMany({ select: { id: true } }))).toEqual([{ id: made }]);
});

test("another owner's sample people are theirs", async () => {
  const other = await database.newOwner();
  const made = await anySample();
  expect(await run(countSample, other)).toBe(0);
  expect(await run((db) => isSample(db, made), other)).toBe(false);
  await run(removeSample, other);
  expect(await run(countSample)).toBe(80);
});
