// Golden case 14: what holds for every history.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import {
  type History,
  standings,
  type Write,
  writeCheck,
  writeHistory,
  writeInteraction,
  writeInvitation,
  writePolicy,
  writeSupport,
  writesOf,
} from "./history";
import { type Addition, additionsOf, edit, inTransaction, merge, remove } from "./operations";
import { randomHistory } from "./random-history";
import { check, day, daysAgo, emptyHistory, interaction, type View, viewOf } from "./ready";
import { keptAndRebuilt, outdated } from "./rebuild";

const database = testDatabase();
const { admin, app } = database;
const histories = randomHistory(Date.now());

/** Writes it for a new owner, whose standings come back by contact. */
async function standingsOf(history: History, writes?: Write[]) {
  const owner = await database.newOwner();
  await writeHistory(admin, owner, history, writes);
  const found = await standings(admin, owner);
  await admin.query("delete from app_user where id = $1", [owner]);
  return found;
}

test("any order of inserts gives the same standing, bit for bit", async () => {
  await fc.assert(
    fc.asyncProperty(
      histories.chain((history) => {
        const writes = writesOf(history);
        return fc.tuple(fc.constant(history), fc.shuffledSubarray(writes, { minLength: writes.length }));
      }),
      async ([history, shuffled]) => {
        expect(await standingsOf(history, shuffled)).toEqual(await standingsOf(history));
      },
    ),
    { numRuns: 40 },
  );
});

/** Interactions and nothing else: with more there, one trigger's refresh would make up for what another one missed. */
const contactAlone = (history: History): History => ({
  ...emptyHistory(history.contacts.map((contact) => ({ ...contact, links: [], slugs: [] }))),
  policy: history.policy,
  interactions: history.interactions,
});

/** What somebody does next; undoing takes back what was added last. */
const steps = fc.array(
  fc.record({
    step: fc.constantFrom("add", "add", "add", "edit", "edit", "delete", "merge", "undo"),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
  }),
  { minLength: 5, maxLength: 25 },
);

test("any order of inserts, edits, deletes, merges and undos gives the standing that a rebuild gives", async () => {
  const cases = fc.oneof(histories, histories.map(contactAlone)).chain((history) => {
    const additions = additionsOf(history);
    return fc.tuple(fc.constant(history), fc.shuffledSubarray(additions, { minLength: additions.length }), steps);
  });
  await fc.assert(
    fc.asyncProperty(cases, async ([history, additions, doing]) => {
      const owner = await database.newOwner();
      await writeHistory(admin, owner, history, history.policy ? [writePolicy(history.policy)] : []);
      const ids = history.contacts.map(({ id }) => id);
      const coming = [...additions];
      const added: Addition[] = [];
      const next = (step: string, seed: number): Write | undefined => {
        if (step === "edit") return edit(seed);
        if (step === "delete") return remove(seed);
        if (step === "merge") return merge(ids[seed % ids.length] as string, ids[(seed + 1) % ids.length] as string);
        if (step === "undo") return added.pop()?.undo;
        const addition = coming.pop();
        if (addition) added.push(addition);
        return addition?.write;
      };
      for (const { step, seed } of doing) {
        const write = next(step, seed);
        if (write) await inTransaction(app, owner, (db) => write(db, owner));
        expect(await outdated(admin, owner), `after ${step} ${seed}`).toEqual([]);
      }
      const { kept, rebuilt } = await keptAndRebuilt(admin, owner);
      expect(rebuilt).toEqual(kept);
    }),
    { numRuns: 40 },
  );
});

/** What can be added to a contact, and what a person would call it. */
const additions: [string, (id: string, other: string) => Write][] = [
  ["a meeting", (id) => writeInteraction(interaction([id]))],
  ["a meeting with somebody else along", (id, other) => writeInteraction(interaction([...new Set([id, other])]))],
  ["a call", (id) => writeInteraction(interaction([id], { kind: "CALL" }))],
  ["a message in", (id) => writeInteraction(interaction([id], { kind: "MESSAGE", direction: "INBOUND" }))],
  ["a check from a new source", (id) => writeCheck(check(id, { kind: "EXPERTISE", sourceUrl: "https://new.example" }))],
  ["a check from a known source", (id) => writeCheck(check(id))],
  ["help given", (id) => writeSupport({ id: randomUUID(), contactId: id, direction: "GIVEN" })],
  ["help received", (id) => writeSupport({ id: randomUUID(), contactId: id, direction: "RECEIVED" })],
];
const concern = (id: string) => writeCheck(check(id, { finding: "CONCERN" }));
const withdrawn = (contactId: string) =>
  writeInvitation({ id: randomUUID(), contactId, direction: "OUTGOING", status: "WITHDRAWN", answeredAt: daysAgo(1) });

/** Ids of every fact there is, so that whatever comes later can be found. */
const facts = ["interaction", "credential_check", "support_act", "invitation"];
const idsOf = async (table: string, owner: string) =>
  (await admin.query<{ id: string }>(`select id from ${table} where owner_id = $1`, [owner])).rows.map(({ id }) => id);

test.each([...additions, ["a concern", concern], ["an invitation withdrawn", withdrawn]] as typeof additions)(
  "deleting %s that was added restores the standing bit for bit",
  async (_, add) => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const owner = await database.newOwner();
        await writeHistory(admin, owner, history);
        const before = await standings(admin, owner);
        const known = await Promise.all(facts.map((table) => idsOf(table, owner)));
        const ids = history.contacts.map(({ id }) => id);
        await add(ids[0] as string, ids.at(-1) as string)(admin, owner);
        for (const [index, table] of facts.entries()) {
          await admin.query(`delete from ${table} where owner_id = $1 and id <> all($2)`, [owner, known[index]]);
        }
        expect(await standings(admin, owner)).toEqual(before);
      }),
      { numRuns: 8 },
    );
  },
);

const rules = ["knows", "desires", "mutual", "verified", "vouched", "warm"] as const;

test.each(additions)("%s never lowers a rule or S", async (_, add) => {
  await fc.assert(
    fc.asyncProperty(histories, fc.constantFrom(0, 30, 200), async (history, later) => {
      const owner = await database.newOwner();
      await writeHistory(admin, owner, history);
      const id = history.contacts[0]?.id as string;
      const at = new Date(Date.now() + later * day + 60_000);
      const before: View = await viewOf(admin, id, at);
      await add(id, history.contacts.at(-1)?.id as string)(admin, owner);
      const after = await viewOf(admin, id, at);
      expect(after.s).toBeGreaterThanOrEqual(before.s * (1 - 1e-12));
      for (const rule of rules) expect(Number(after[rule]), rule).toBeGreaterThanOrEqual(Number(before[rule]));
    }),
    { numRuns: 10 },
  );
});

test("the order by heat is the order by S at every moment", async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.integer({ min: 0, max: 900 }), async (history, later) => {
      const owner = await database.newOwner();
      await writeHistory(admin, owner, history);
      const at = new Date(Date.now() + later * day);
      const { rows } = await admin.query<{ s: number }>(
        "select s from relationship_strength_at($2) where owner_id = $1 and heat is not null order by heat desc",
        [owner, at],
      );
      const strengths = rows.map(({ s }) => s);
      expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    }),
    { numRuns: 40 },
  );
});

test("a moment before now, from the facts alone, is what was stored then", async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const owner = await database.newOwner();
      await writeHistory(admin, owner, history);
      for (const { id } of history.contacts) {
        const { rows } = await admin.query(
          "select to_jsonb(st) = to_jsonb(past) as same from contact_standing st, standing_as_of($1, $2, now()) past where st.contact_id = $2",
          [owner, id],
        );
        expect(rows).toEqual([{ same: true }]);
      }
    }),
    { numRuns: 40 },
  );
});
