// Twenty people writing about the same contacts at once end with the standing a rebuild gives.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { type Write, writeCheck, writeHistory, writeInteraction } from "./history";
import { addInteraction, edit, inTransaction, merge, remove } from "./operations";
import { check, daysAgo, emptyHistory, interaction } from "./ready";
import { keptAndRebuilt } from "./rebuild";

const database = testDatabase();
const { admin } = database;
const writers = 20;
const app = database.pool(database.appUrl, writers);

/** The contact everybody writes about, and the few around it. */
const ids = Array.from({ length: 4 }, () => randomUUID());
const [everybodys = ""] = ids;
/** An interaction that many join, and nobody edits or deletes. */
const shared = randomUUID();
const some = <T>(values: T[], seed: number) => values.filter((_, index) => (seed >> index) & 1);

/** What one person does; `seed` decides what, differently for every writer. */
async function turn(owner: string, seed: number) {
  const transaction = (write: Write) => inTransaction(app, owner, (db) => write(db, owner));
  // Participants come one statement at a time, in an order that differs from writer to writer.
  const people = some(ids, (seed % 15) | 1);
  if (seed % 2) people.reverse();
  const happened = interaction(people, { occurredAt: daysAgo(seed % 40), kind: seed % 5 ? "CALL" : "IN_PERSON" });
  switch (seed % 8) {
    case 0:
      return transaction(edit(seed, { but: shared }));
    case 1:
      return transaction(remove(seed, { from: ["interaction"], but: shared }));
    case 2:
      return transaction(writeCheck(check(everybodys, { sourceUrl: `https://host-${seed % 7}.example` })));
    case 3:
      return transaction((db) =>
        db.query("insert into interaction_contact values ($1, $2, $3) on conflict do nothing", [
          owner,
          shared,
          ids[(seed >> 3) % 4],
        ]),
      );
    case 4:
      return transaction(merge(ids[1 + ((seed >> 3) % 3)] as string, everybodys));
    case 5:
      return transaction(remove(seed, { from: ["credential_check"] }));
    case 6: {
      const { write, undo } = addInteraction(happened);
      await transaction(write);
      return transaction(undo);
    }
    default:
      return transaction(writeInteraction(happened));
  }
}

// One owner's writes take turns, so two thousand of them take their time on a busy machine.
const patience = { timeout: 300_000 };

test("no refresh is lost and nobody waits for somebody who waits for them", patience, async () => {
  const owner = await database.newOwner();
  await writeHistory(admin, owner, emptyHistory(ids.map((id) => ({ id }))));
  await writeInteraction({ ...interaction([everybodys]), id: shared })(admin, owner);
  let next = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let seed = next++; seed < 2_000; seed = next++) await turn(owner, seed);
    }),
  );
  const { kept, rebuilt } = await keptAndRebuilt(admin, owner);
  expect(Object.keys(kept.standings)).toHaveLength(ids.length);
  expect(kept.standings[everybodys]?.heat).not.toBeNull();
  expect(rebuilt).toEqual(kept);
});

test("the same by plain SQL of a superuser who names no owner", async () => {
  const owner = await database.newOwner();
  const contacts = Array.from({ length: 2 }, () => randomUUID());
  await writeHistory(admin, owner, emptyHistory(contacts.map((id) => ({ id }))));
  const pool = database.pool(database.adminUrl, writers);
  let next = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let seed = next++; seed < 200; seed = next++) {
        await writeInteraction(interaction(some(contacts, (seed % 3) + 1), { occurredAt: daysAgo(seed % 30) }))(
          pool,
          owner,
        );
      }
    }),
  );
  const { kept, rebuilt } = await keptAndRebuilt(admin, owner);
  expect(rebuilt).toEqual(kept);
});

test("a contact made while the policy changes is judged by the new one", async () => {
  const owner = await database.newOwner();
  const [policy, contact] = await Promise.all([admin.connect(), admin.connect()]);
  const id = randomUUID();
  await policy.query("begin");
  await policy.query("select lock_standing($1)", [owner]);
  const making = contact.query("insert into contact (owner_id, id, full_name) values ($1, $2, 'Ada')", [owner, id]);
  await policy.query("insert into policy (owner_id, require_support_each_way) values ($1, true)", [owner]);
  await policy.query("commit");
  await making;
  const { rows } = await admin.query("select unmet from contact_standing where contact_id = $1", [id]);
  expect(rows[0].unmet).toContain("mutual.support");
  policy.release();
  contact.release();
});
