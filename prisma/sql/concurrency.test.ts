// Twenty people writing about the same contacts at once end with the standing a rebuild gives.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { standings, writeCheck, writeHistory, writeInteraction } from "./history";
import { check, daysAgo, emptyHistory, interaction } from "./ready";

const database = testDatabase();
const { admin } = database;
const writers = 20;
const app = database.pool(database.appUrl, writers);

const ids = Array.from({ length: 4 }, () => randomUUID());
/** An interaction that many join while it changes, and nobody deletes. */
const shared = randomUUID();
const some = <T>(values: T[], seed: number) => values.filter((_, index) => (seed >> index) & 1);

/** One transaction of the application; `turn` decides what it does, differently for every writer. */
async function turn(owner: string, seed: number) {
  const client = await app.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.owner_id', $1, true)", [owner]);
    const contactIds = some(ids, (seed % 15) + 1);
    const anyOf = `(select id from interaction where id <> '${shared}' order by md5(id::text || $1) limit 1)`;
    // Participants come one statement at a time, in an order that differs from writer to writer.
    if (seed % 2) contactIds.reverse();
    switch (seed % 6) {
      case 0:
        await client.query(`update interaction set depth = 'DEEP' where id = ${anyOf}`, [seed]);
        break;
      case 1:
        await client.query(`delete from interaction where id = ${anyOf}`, [seed]);
        break;
      case 2:
        await writeCheck(check(ids[seed % 4] as string, { sourceUrl: `https://host-${seed % 7}.example` }))(
          client,
          owner,
        );
        break;
      case 3:
        await client.query("insert into interaction_contact values ($1, $2, $3) on conflict do nothing", [
          owner,
          shared,
          ids[seed % 4],
        ]);
        break;
      default:
        await writeInteraction(
          interaction(contactIds, { occurredAt: daysAgo(seed % 40), kind: seed % 5 ? "CALL" : "IN_PERSON" }),
        )(client, owner);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

test("no refresh is lost and nobody waits for somebody who waits for them", async () => {
  const owner = await database.newOwner();
  await writeHistory(admin, owner, emptyHistory(ids.map((id) => ({ id }))));
  await writeInteraction({ ...interaction([]), id: shared })(admin, owner);
  let next = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let seed = next++; seed < 400; seed = next++) await turn(owner, seed);
    }),
  );
  const kept = await standings(admin, owner);
  expect(Object.values(kept).filter(({ heat }) => heat !== null)).toHaveLength(ids.length);
  await admin.query("delete from contact_standing where owner_id = $1", [owner]);
  await admin.query("select rebuild_standing($1)", [owner]);
  expect(await standings(admin, owner)).toEqual(kept);
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
  const kept = await standings(admin, owner);
  await admin.query("select rebuild_standing($1)", [owner]);
  expect(await standings(admin, owner)).toEqual(kept);
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
