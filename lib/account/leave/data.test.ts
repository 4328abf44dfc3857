import { expect, test } from "vitest";
import { writeHistory } from "@/prisma/sql/history";
import { readyHistory } from "@/prisma/sql/ready";
import { prepareJobs } from "@/scripts/database/jobs";
import { renewFeed } from "../../calendar-feed/data";
import { asOwner, type OwnerId } from "../../db";
import { sendJob, stopJobs } from "../../jobs";
import { testDatabase } from "../../testing/database";
import { signInWithPassword } from "../data";
import { hashToken } from "../token";
import { deleteAccount } from "./data";

const database = testDatabase();
const { admin } = database;

const emailOf = async (owner: OwnerId) =>
  (await admin.query("select email from app_user where id = $1", [owner])).rows[0].email as string;

/** Rows of every table that are the owner's, whichever column says so. */
async function rowsOf(owner: OwnerId): Promise<Record<string, number>> {
  const { rows: columns } = await admin.query<{ table: string; column: string }>(`
    select table_name as table, column_name as column from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'uuid'
      and (column_name in ('owner_id', 'user_id', 'actor_id') or (table_name, column_name) = ('app_user', 'id'))`);
  const counts = columns.map(async ({ table, column }) => {
    const { rows } = await admin.query(`select count(*)::int as count from ${table} where ${column} = $1`, [owner]);
    return [`${table}.${column}`, rows[0].count] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

/** An owner with a row in every table there is. */
async function fullOwner(): Promise<OwnerId> {
  const owner = await database.newOwner();
  const { id, history } = readyHistory();
  await writeHistory(admin, owner, { ...history, policy: {} });
  await renewFeed(owner, true);
  const insert = async (sql: string, ...values: unknown[]) =>
    (await admin.query(`insert into ${sql}`, [owner, ...values])).rows[0]?.id as string;
  await insert("desk_setting (owner_id) values ($1)");
  await insert("policy_change (owner_id, proposed, version) values ($1, '{}', 1)");
  await insert("session (user_id, token_hash, expires_at) values ($1, $2, now())", hashToken(owner));
  await insert(
    "contact_point (owner_id, contact_id, kind, value, normalised) values ($1, $2, 'EMAIL', 'a@b', 'a@b')",
    id,
  );
  await insert("linkedin_alias (owner_id, contact_id, slug) values ($1, $2, 'ada')", id);
  const tag = await insert("tag (owner_id, name) values ($1, 'Tides') returning id");
  await insert("contact_tag (owner_id, contact_id, tag_id) values ($1, $2, $3)", id, tag);
  const act = await insert(
    "support_act (owner_id, contact_id, direction, kind) values ($1, $2, 'GIVEN', 'RECOMMENDATION') returning id",
    id,
  );
  const recommendation = await insert(
    "recommendation (owner_id, contact_id, direction, support_act_id) values ($1, $2, 'GIVEN', $3) returning id",
    id,
    act,
  );
  await insert("recommendation_version (owner_id, recommendation_id, text) values ($1, $2, 'Text')", recommendation);
  await insert("invitation (owner_id, contact_id, direction, status) values ($1, $2, 'OUTGOING', 'SENT')", id);
  await insert("follow_up (owner_id, contact_id, title, due_on) values ($1, $2, 'Write back', now())", id);
  const other = await insert("contact (owner_id, full_name) values ($1, 'Ida') returning id");
  await insert(
    "support_act (owner_id, contact_id, direction, kind, introduced_contact_id) values ($1, $2, 'GIVEN', 'INTRODUCTION', $3)",
    id,
    other,
  );
  await insert("duplicate_trait values ($1, $2, '', '', '{}', '', '', true, '', '{}', '{}', '{}', '{}', '{}')", id);
  await insert(
    `duplicate_pair (owner_id, contact_id, other_id, score, reasons)
     values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 60, '{}')`,
    id,
    other,
  );
  await insert("contact_merge (owner_id, contact_id, absorbed_ids, absorbed_names) values ($1, $2, '{}', '{}')", id);
  await insert("linkedin_fact (owner_id, contact_id) values ($1, $2)", id);
  await insert("column_mapping (owner_id, id, columns) values ($1, uuid_v7(), '{}')");
  const batch = await insert("import_batch (owner_id, file_name) values ($1, 'a.csv') returning id");
  await insert("import_file (owner_id, batch_id, file, name) values ($1, $2, 1, 'a.csv')", batch);
  await insert(
    "import_row (owner_id, batch_id, file, line, outcome, fields) values ($1, $2, 1, 1, 'FAILED', '{}')",
    batch,
  );
  await insert("import_person (owner_id, batch_id, key, person, full_name) values ($1, $2, 'a', 'a', 'A')", batch);
  await insert("import_missing (owner_id, batch_id, contact_id) values ($1, $2, $3)", batch, id);
  await insert("import_contact (owner_id, batch_id, contact_id, version) values ($1, $2, $3, 1)", batch, id);
  const restore = await insert("restore (owner_id) values ($1) returning id");
  await insert("restore_part (owner_id, restore_id, n, bytes) values ($1, $2, 1, '')", restore);
  await insert("audit_event (owner_id, actor_id, action, entity, entity_ids) values ($1, $1, 'a', 'b', '{}')");
  return owner;
}

test("nothing of the owner remains in any table, and nothing of anybody else's is touched", async () => {
  const [leaving, staying] = [await fullOwner(), await fullOwner()];
  const before = await rowsOf(staying);
  expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]); // else it would show nothing
  const email = await emailOf(leaving);
  await expect(signInWithPassword({ email, password: "not the password" }, null)).rejects.toThrow();
  await deleteAccount(leaving, email, email);
  expect(Object.entries(await rowsOf(leaving)).filter(([, count]) => count > 0)).toEqual([]);
  expect(await rowsOf(staying)).toEqual(before);
  const { rowCount } = await admin.query("select from sign_in_failure where key_hash = $1", [
    hashToken(`account:${email}`),
  ]);
  expect(rowCount).toBe(0);
});

test("the same where the schema's owner may not let triggers rest", async () => {
  const role = `plain_${new URL(database.adminUrl).pathname.slice(1)}`;
  await admin.query(`
    create role ${role};
    grant create on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant execute on all functions in schema public to ${role};
    alter function delete_owner() owner to ${role}`);
  try {
    const [leaving, staying] = [await fullOwner(), await fullOwner()];
    const before = await rowsOf(staying);
    await deleteAccount(leaving, await emailOf(leaving), await emailOf(leaving));
    expect(Object.entries(await rowsOf(leaving)).filter(([, count]) => count > 0)).toEqual([]);
    expect(await rowsOf(staying)).toEqual(before);
  } finally {
    await admin.query(`reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`);
  }
});

test("triggers are awake again afterwards, in the same transaction", async () => {
  const owner = await database.newOwner();
  const client = await database.app.connect();
  await client.query("begin");
  await client.query("select set_config('app.owner_id', $1, true)", [owner]);
  await client.query("select delete_owner()");
  const { rows } = await client.query("select current_setting('session_replication_role') as role");
  expect(rows).toEqual([{ role: "origin" }]);
  await client.query("rollback");
  client.release();
});

test("another e-mail than the account's deletes nothing", async () => {
  const owner = await database.newOwner();
  await asOwner(owner, (db) => db.contact.create({ data: { ownerId: owner, fullName: "Ada" } }));
  const before = await rowsOf(owner);
  await expect(deleteAccount(owner, await emailOf(owner), "other@example.test")).rejects.toThrow("otherEmail");
  expect(await rowsOf(owner)).toEqual(before);
});

test("no owner named, nobody deleted", async () => {
  const owner = await database.newOwner();
  await expect(database.app.query("select delete_owner()")).rejects.toMatchObject({ code: "42501" });
  expect((await rowsOf(owner))["app_user.id"]).toBe(1);
});

test("no job remembers the owner, done or waiting", async () => {
  await prepareJobs(database.adminUrl);
  const [leaving, staying] = [await database.newOwner(), await database.newOwner()];
  for (const owner of [leaving, staying]) {
    await sendJob("import", { owner, id: owner });
    await sendJob("duplicates", { owner });
  }
  await admin.query("update pgboss.job set state = 'completed' where name = 'import'");
  await deleteAccount(leaving, await emailOf(leaving), await emailOf(leaving));
  await stopJobs();
  const { rows } = await admin.query("select data ->> 'owner' as owner from pgboss.job where data ? 'owner'");
  expect(rows.map(({ owner }) => owner)).toEqual([staying, staying]);
});
