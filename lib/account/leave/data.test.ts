import { afterAll, beforeAll, expect, test } from "vitest";
import { writeHistory } from "@/prisma/sql/history";
import { readyHistory } from "@/prisma/sql/ready";
import { prepareJobs } from "@/scripts/database/jobs";
import { renewFeed } from "../../calendar-feed/data";
import { asOwner, beforeSignIn, type OwnerId } from "../../db";
import { sendJob, stopJobs } from "../../jobs";
import { asking } from "../../testing/asking";
import { testDatabase } from "../../testing/database";
import { signInWithPassword } from "../data";
import { signInWithCode } from "../second-factor/sign-in/data";
import { startStep } from "../steps";
import { hashToken } from "../token";
import { deleteAccount } from "./data";

const database = testDatabase();
const { admin } = database;

beforeAll(() => prepareJobs(database.adminUrl));
afterAll(stopJobs);

const emailOf = async (owner: OwnerId) =>
  (await admin.query("select email from app_user where id = $1", [owner])).rows[0].email as string;

type Table = { name: string; isOwned: boolean };

/** Every table of every schema, the background jobs' among them; `isOwned`: it has a column for the person it is about. */
async function allTables(): Promise<Table[]> {
  const { rows } = await admin.query<Table>(`
    select c.oid::regclass::text as name, c.oid in ('app_user'::regclass, 'pgboss.job_common'::regclass) or exists (
      select from pg_attribute a
      where a.attrelid = c.oid and a.attname in ('owner_id', 'user_id') and not a.attisdropped) as "isOwned"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`);
  return rows;
}

/** How many rows of every table name the owner or their e-mail anywhere, in whatever column, list or document. */
async function rowsOf(owner: OwnerId, email = ""): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await allTables()) {
    const { rows } = await admin.query(
      `select count(*)::int as count from ${name} t
       where strpos(t::text, $1) > 0 or strpos(t::text, nullif($2, '')) > 0`,
      [owner, email],
    );
    counts[name] = rows[0].count;
  }
  return counts;
}

/** An owner with a row in every table there is. */
async function fullOwner(): Promise<OwnerId> {
  const owner = await database.newOwner();
  const { id, history } = readyHistory();
  await writeHistory(admin, owner, { ...history, policy: {} });
  await asking(renewFeed)(owner, true);
  const insert = async (sql: string, ...values: unknown[]) =>
    (await admin.query(`insert into ${sql}`, [owner, ...values])).rows[0]?.id as string;
  await insert(
    "mention (owner_id, interaction_id, contact_id) select $1, id, $2 from interaction where owner_id = $1",
    id,
  );
  await insert("desk_setting (owner_id) values ($1)");
  await insert("policy_change (owner_id, proposed, version) values ($1, '{}', 1)");
  await insert("oidc_identity (issuer, subject, user_id) values ('https://login.example/', $1::text, $1::uuid)");
  await insert("invite (made_by, token_hash, expires_at) values ($1, $2, now())", hashToken(`invite ${owner}`));
  await insert("session (user_id, token_hash, expires_at) values ($1, $2, now())", hashToken(owner));
  await insert(
    "one_time_link (user_id, purpose, token_hash, expires_at) values ($1, 'RESET', $2, now())",
    hashToken(`link of ${owner}`),
  );
  await insert(
    "sign_in_step (token_hash, purpose, user_id, expires_at) values ($2, 'CODE', $1, now() + interval '1 minute')",
    hashToken(owner),
  );
  await insert("passkey (user_id, credential_id, public_key, name) values ($1, $2, '', 'Laptop')", `key of ${owner}`);
  await insert("authenticator_app (user_id, secret) values ($1, '')");
  await insert("recovery_code (user_id, code_hash) values ($1, '')");
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
  await insert("queue_choice (owner_id, contact_id) values ($1, $2)", id);
  await insert("cadence (owner_id, contact_id, every, unit) values ($1, $2, 6, 'WEEK')", id);
  await insert("tag_cadence (owner_id, tag_id) values ($1, $2)", tag);
  await insert("touch_put_off (owner_id, contact_id) values ($1, $2)", id);
  await insert("digest_setting (owner_id, enabled) values ($1, true)");
  await insert("saved_view (owner_id, name) values ($1, 'Acme')");
  await insert("list_setting (owner_id) values ($1)");
  await insert("bulk_change (owner_id, kind, contact_ids) values ($1, 'TRASH', array[$2::uuid])", id);
  await insert("note_template (owner_id, name, text) values ($1, 'Short', 'Hi')");
  await insert("column_mapping (owner_id, id, columns) values ($1, uuid_v7(), '{}')");
  await insert("intro_test (owner_id, contact_id, answer) values ($1, $2, 'NO')", id);
  await insert("removal (owner_id, contact_id, reason) values ($1, $2, 'Never in touch')", id);
  await insert("network_day values ($1, '2026-11-01', 3, 1)");
  await insert("standing_day values ($1, '2026-11-01', 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)");
  await insert("sample_contact values ($1, $2)", id);
  await insert("first_steps values ($1)");
  const batch = await insert("import_batch (owner_id, file_name) values ($1, 'a.csv') returning id");
  await insert("import_file (owner_id, batch_id, file, name) values ($1, $2, 1, 'a.csv')", batch);
  await insert(
    "import_row (owner_id, batch_id, file, line, outcome, fields) values ($1, $2, 1, 1, 'FAILED', '{}')",
    batch,
  );
  await insert("import_person (owner_id, batch_id, key, person, full_name) values ($1, $2, 'a', 'a', 'A')", batch);
  await insert("import_missing (owner_id, batch_id, contact_id) values ($1, $2, $3)", batch, id);
  await insert("import_contact (owner_id, batch_id, contact_id, version) values ($1, $2, $3, 1)", batch, id);
  await insert("erased_person (owner_id, mark) values ($1, $2)", hashToken(owner));
  const restore = await insert("restore (owner_id) values ($1) returning id");
  await insert("restore_part (owner_id, restore_id, n, bytes) values ($1, $2, 1, '')", restore);
  await insert(
    `distinct_pair (owner_id, contact_id, other_id, distinct_at)
     values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), now())`,
    id,
    other,
  );
  for (const name of ["import", "policy", "restore"] as const) await sendJob(name, { owner, id: batch });
  await sendJob("duplicates", { owner });
  await insert("audit_event (owner_id, actor_id, action, entity, entity_ids) values ($1, $1, 'a', 'b', '{}')");
  return owner;
}

test("nothing of the owner remains in any table, and nothing of anybody else's is touched", async () => {
  const [leaving, staying] = [await fullOwner(), await fullOwner()];
  const before = await rowsOf(staying);
  const owned = (await allTables()).filter(({ isOwned }) => isOwned);
  expect(owned.length).toBeGreaterThan(35);
  expect(owned.filter(({ name }) => before[name] === 0)).toEqual([]); // else it would show nothing
  const email = await emailOf(leaving);
  await expect(signInWithPassword({ email, password: "not the password" }, null)).rejects.toThrow();
  await expect(
    signInWithCode(await beforeSignIn((db) => startStep(db, "CODE", leaving)), "123456", null),
  ).rejects.toThrow("wrongCode");
  await deleteAccount(leaving, email, email);
  expect(Object.entries(await rowsOf(leaving, email)).filter(([, count]) => count > 0)).toEqual([]);
  expect(await rowsOf(staying)).toEqual(before);
  const { rowCount } = await admin.query("select from sign_in_failure where key_hash = any($1)", [
    [`account:${email}`, `code:${leaving}`].map(hashToken),
  ]);
  expect(rowCount).toBe(0);
});

// The fullest owner there is stands here, so this does too.
test("an administrator sees, changes and deletes nothing of another owner, in any owned table", async () => {
  const [boss, owner] = [await database.newOwner(), await fullOwner()];
  await admin.query("update app_user set role = 'ADMINISTRATOR' where id = $1", [boss]);
  const { rows: owned } = await admin.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped
    where c.relkind in ('r', 'p', 'v') and c.relnamespace = 'public'::regnamespace`);
  const before = await rowsOf(owner);
  const client = await database.app.connect();
  for (const { name } of owned) {
    const { rows } = await admin.query(`select count(*)::int as count from ${name} where owner_id = $1`, [owner]);
    expect(rows[0].count, `${name}, to be seen at all`).toBeGreaterThan(0);
    await client.query("begin");
    await client.query("select set_config('app.owner_id', $1, true)", [boss]);
    expect((await client.query(`select from ${name} where owner_id <> $1`, [boss])).rowCount, name).toBe(0);
    // Where the application may not write at all, Postgres says so; where it may, there is nothing to write to.
    const deleted = await client.query(`delete from ${name} where owner_id <> $1`, [boss]).catch(() => null);
    expect(deleted?.rowCount ?? 0, name).toBe(0);
    await client.query("rollback");
  }
  client.release();
  expect(await rowsOf(owner)).toEqual(before);
});

test("the same where the schema's owner may not let triggers rest", async () => {
  const role = `plain_${new URL(database.adminUrl).pathname.slice(1)}`;
  await admin.query(`
    create role ${role};
    grant create on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant execute on all functions in schema public to ${role};
    grant usage on schema pgboss to ${role};
    grant select, delete on all tables in schema pgboss to ${role};
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
  expect((await rowsOf(owner)).app_user).toBe(1);
});

test("jobs that are done, or failed, are forgotten too", async () => {
  const [leaving, staying] = [await database.newOwner(), await database.newOwner()];
  for (const owner of [leaving, staying]) {
    for (const name of ["import", "policy", "restore"] as const) await sendJob(name, { owner, id: owner });
  }
  await admin.query("update pgboss.job set state = 'completed' where name = 'import'");
  await admin.query("update pgboss.job set state = 'failed', output = '{}' where name = 'policy'");
  const before = await rowsOf(staying);
  await deleteAccount(leaving, await emailOf(leaving), await emailOf(leaving));
  expect(Object.entries(await rowsOf(leaving)).filter(([, count]) => count > 0)).toEqual([]);
  expect(await rowsOf(staying)).toEqual(before);
});
