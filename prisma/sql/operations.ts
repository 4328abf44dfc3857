// What people do to an owner's record, whatever it holds: add, undo, edit, delete, merge. A `seed` picks what is touched,
// so that a sequence of such operations needs no knowledge of what is there.
import type { Pool } from "pg";
import {
  type Db,
  type History,
  type InteractionFacts,
  type Write,
  writeAssessment,
  writeCheck,
  writeInteraction,
  writeInvitation,
  writeSupport,
} from "./history";

/** Something that is written, and how it is taken back. */
export type Addition = { write: Write; undo: Write };

const without =
  (table: string, id: string, key = "id"): Write =>
  (db, owner) =>
    db.query(`delete from ${table} where owner_id = $1 and ${key} = $2`, [owner, id]);

export const addInteraction = (one: InteractionFacts): Addition => ({
  write: writeInteraction(one),
  undo: without("interaction", one.id),
});

/** Everything that happened with the contacts of a history. */
export const additionsOf = (history: History): Addition[] => [
  ...history.interactions.map(addInteraction),
  ...history.checks.map((one) => ({ write: writeCheck(one), undo: without("credential_check", one.id) })),
  ...history.supportActs.map((one) => ({ write: writeSupport(one), undo: without("support_act", one.id) })),
  ...history.invitations.map((one) => ({ write: writeInvitation(one), undo: without("invitation", one.id) })),
  ...history.assessments.map((one) => {
    const undo = without("assessment", one.contactId, "contact_id");
    // A merge may have brought answers already: these take their place.
    const write: Write = async (db, owner) => {
      await undo(db, owner);
      await writeAssessment(one)(db, owner);
    };
    return { write, undo };
  }),
];

const edits: readonly [table: string, change: string][] = [
  ["interaction", "depth = 'DEEP'"],
  ["interaction", "confirmed = not confirmed"],
  ["interaction", "occurred_at = occurred_at - interval '30 hours'"],
  ["interaction", "group_size = 9"],
  ["credential_check", "independent = not independent"],
  ["credential_check", "finding = 'CONCERN'"],
  ["support_act", "direction = 'RECEIVED'"],
  ["invitation", "status = 'WITHDRAWN', answered_at = now() - interval '20 days'"],
  ["contact", "how_we_met = 'At a fair', expertise = 'Tides'"],
  ["contact", "deleted_at = case when deleted_at is null then now() end"],
  ["contact", "connection_status = 'INVITED'"],
];
const deletions = ["interaction", "interaction", "credential_check", "support_act", "invitation"];

const pick = <T>(values: readonly T[], seed: number) => values[seed % values.length] as T;
const anyOf = (table: string, but: string) =>
  `(select id from ${table} where owner_id = $1 and id::text <> '${but}' order by md5(id::text || $2) limit 1)`;

/** Changes something somewhere, if there is anything; not `but`. */
export const edit =
  (seed: number, { but = "" } = {}): Write =>
  (db, owner) => {
    const [table, change] = pick(edits, seed);
    return db.query(`update ${table} set ${change} where owner_id = $1 and id = ${anyOf(table, but)}`, [owner, seed]);
  };

/** Deletes something somewhere, if there is anything; not `but`. */
export const remove =
  (seed: number, { from = deletions, but = "" } = {}): Write =>
  (db, owner) => {
    const table = pick(from, seed);
    return db.query(`delete from ${table} where owner_id = $1 and id = ${anyOf(table, but)}`, [owner, seed]);
  };

const onlyHere = ["credential_check", "support_act", "invitation", "contact_point", "linkedin_alias"];

/**
 * Everything of one contact becomes the other's, who keeps what they both had; for one transaction. The lock comes first:
 * the statement that waits for it would decide by what it saw before.
 */
export const merge =
  (from: string, into: string): Write =>
  async (db, owner) => {
    const both = [owner, from, into];
    await db.query("select lock_standing($1)", [owner]);
    for (const [table, same] of [
      ["interaction_contact", "has.interaction_id = t.interaction_id"],
      ["assessment", "true"],
      ["contact_point", "(has.kind, has.normalised) = (t.kind, t.normalised)"],
    ]) {
      await db.query(
        `delete from ${table} t where owner_id = $1 and contact_id = $2
           and exists (select from ${table} has where has.owner_id = $1 and has.contact_id = $3 and ${same})`,
        both,
      );
    }
    for (const table of ["interaction_contact", "assessment", ...onlyHere]) {
      await db.query(`update ${table} set contact_id = $3 where owner_id = $1 and contact_id = $2`, both);
    }
  };

/** One transaction as the application makes them: it names its owner. */
export async function inTransaction(app: Pool, owner: string, work: (db: Db) => Promise<unknown>): Promise<void> {
  const client = await app.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.owner_id', $1, true)", [owner]);
    await work(client);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
