// A backup of a small database, restored into an empty one, on a real Postgres; and those that must not be.
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { writeHistory } from "@/prisma/sql/history";
import { readyHistory } from "@/prisma/sql/ready";
import { prepareJobs } from "../database/jobs";
import { applyMigrations } from "../database/migrations";
import { withClient } from "../database/with-client";
import { Obstacle } from "../say";
import { loadBackup } from "./load";
import { type OpenBackup, readBack, readBackup } from "./read";
import { appliedMigrations } from "./state";
import { verifyBackup } from "./verify";
import { writeBackup } from "./write";

const database = testDatabase();
const { admin, adminUrl } = database;
const home = mkdtempSync(join(tmpdir(), "vouch-backup-test-"));
const passphrase = "correct horse battery";
const plain = join(home, "plain.backup");
const retries = { retryLimit: 3, retryDelay: 30, retryBackoff: true, retryDelayMax: 900 };
const sealed = join(home, "sealed.backup");

beforeAll(async () => {
  await prepareJobs(adminUrl);
  for (const name of ["Ada", "Back\\slash\tand\nnewline, ünd „Ümlaut“, \\."]) {
    const owner = await database.newOwner();
    await admin.query("update app_user set name = $2 where id = $1", [owner, name]);
    await writeHistory(admin, owner, { ...readyHistory().history, policy: {} });
    await admin.query("insert into contact (owner_id, full_name, notes) values ($1, $2, $2)", [owner, name]);
  }
  const boss = new PgBoss({ connectionString: adminUrl, supervise: false, schedule: false });
  await boss.start();
  await boss.send("duplicates", { owner: "0190f000-0000-7000-8000-000000000001" }, retries);
  await boss.stop({ graceful: false });
  await writeBackup(adminUrl, plain);
  await writeBackup(adminUrl, sealed, { passphrase });
});
afterAll(() => rmSync(home, { recursive: true }));

/** An empty database of its own, gone after the test; or with all tables there, as a first start leaves it. */
async function emptyDatabase(more: "" | "migrated" | `owner ${string}` = ""): Promise<string> {
  const name = `vouch_restored_${randomBytes(6).toString("hex")}`;
  const template = new URL(process.env.TEST_TEMPLATE_URL ?? "").pathname.slice(1);
  await admin.query(`create database ${name} ${more === "migrated" ? `template ${template}` : more}`);
  onTestFinished(() => admin.query(`drop database ${name} with (force)`).then(() => {}));
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

const restore = (path: string, url: string, key?: string) =>
  readBackup(path, { passphrase: key }, (backup: OpenBackup) => loadBackup(url, backup));

/** Every table's rows as Postgres shows them, by other means than a backup's. */
function contents(url: string): Promise<Record<string, string[]>> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const found: Record<string, string[]> = {};
    for (const { name } of tables.filter(({ name }) => name !== "_prisma_migrations")) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}

/** What a person is told of a backup that isn't taken. */
async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Obstacle);
  return (error as Obstacle).message;
}

test("a restored database holds every row of every table, waiting jobs, and rules that work on", async () => {
  // Vouch was started here, and nobody has an account yet.
  const url = await emptyDatabase("migrated");
  await withClient(url, (client) =>
    client.query("insert into one_time_link (purpose, token_hash, expires_at) values ('SETUP', '\\x00', now())"),
  );
  await restore(plain, url);
  const there = await contents(url);
  expect(there).toEqual(await contents(adminUrl));
  expect(there.contact).toHaveLength(4);
  expect(there.contact_standing?.length).toBeGreaterThan(1);
  await withClient(url, async (client) => {
    const jobs = await client.query(`
      select name, data, retry_limit as "retryLimit", retry_delay as "retryDelay", retry_backoff as "retryBackoff",
        retry_delay_max as "retryDelayMax"
      from pgboss.job where state = 'created'`);
    expect(jobs.rows).toEqual([
      { name: "duplicates", data: { owner: "0190f000-0000-7000-8000-000000000001" }, ...retries },
    ]);
    // Triggers and row-level security are as they were, too.
    const asleep = "select from pg_trigger where not tgisinternal and tgenabled <> 'O'";
    expect((await client.query(asleep)).rowCount).toBe(0);
    const open = "select relname from pg_class where relrowsecurity and not relforcerowsecurity";
    expect((await client.query(open)).rows).toEqual([]);
    const [owner] = (await client.query("select id from app_user limit 1")).rows;
    await client.query("insert into contact (owner_id, full_name) values ($1, 'Newcomer')", [owner.id]);
    const standings = "select from contact_standing where owner_id = $1";
    expect((await client.query(standings, [owner.id])).rowCount).toBe(3);
  });
});

test("only its owner can read the file", () => {
  expect(statSync(plain).mode & 0o777).toBe(0o600);
});

test("what is there is never overwritten: neither a file nor anybody's data", async () => {
  expect(await refusalOf(writeBackup(adminUrl, plain))).toContain("is there already");
  const before = await contents(adminUrl);
  expect(await refusalOf(restore(plain, adminUrl))).toContain("There is data in this database already");
  expect(await contents(adminUrl)).toEqual(before);
});

test("with its passphrase a backup opens; with another, or none, nobody reads a word of it", async () => {
  expect(await refusalOf(readBack(sealed, {}))).toContain("is encrypted");
  expect(await refusalOf(readBack(sealed, { passphrase: `${passphrase}!` }))).toBe(
    "The passphrase doesn't open this backup.",
  );
  expect(await readBack(sealed, { passphrase })).toEqual(await readBack(plain, {}));
});

test("cut off anywhere, or with any one bit changed, it isn't restored", async () => {
  for (const path of [plain, sealed]) {
    const bytes = readFileSync(path);
    const bad = join(home, "bad.backup");
    const places = [0, 1, 2, 30, bytes.length / 3, bytes.length / 2, bytes.length - 100, bytes.length - 2].map(
      Math.floor,
    );
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      for (const content of [bytes.subarray(0, at), changed]) {
        writeFileSync(bad, content);
        expect(await refusalOf(readBack(bad, { passphrase }))).toMatch(/isn't (a backup|whole|as it was written)|Z_/);
      }
    }
  }
});

test("somebody who changes an encrypted backup and its checksum is found out", async () => {
  const bytes = Buffer.from(readFileSync(sealed));
  const end = bytes.lastIndexOf("vouch-backup ");
  bytes.writeUInt8(bytes.readUInt8(end - 20) ^ 1, end - 20);
  const { createHash } = await import("node:crypto");
  const { trailer } = await import("./format");
  bytes.write(trailer(createHash("sha256").update(bytes.subarray(0, end)).digest("hex")), end);
  const bad = join(home, "forged.backup");
  writeFileSync(bad, bytes);
  expect(await refusalOf(readBack(bad, { passphrase }))).toContain("has been changed since it was encrypted");
});

test("of an older state it is restored as it was then, and migrated on from there", async () => {
  const names = await withClient(adminUrl, appliedMigrations);
  const [old, url] = [await emptyDatabase(), await emptyDatabase()];
  await applyMigrations(old, new Set(names.slice(0, 5).map(({ name }) => name)));
  await withClient(old, (client) =>
    client.query("insert into app_user (email, name, password_hash) values ('ada@example.test', 'Ada', 'none')"),
  );
  const path = join(home, "old.backup");
  await writeBackup(old, path);
  await restore(path, url);
  expect(await contents(url)).toEqual(await contents(old));
  expect(await applyMigrations(url)).toEqual(names.slice(5).map(({ name }) => name));
  const current = await emptyDatabase("migrated");
  expect(await refusalOf(restore(path, current))).toContain("made for a newer Vouch than the backup");
});

test("of a newer Vouch, or of another one, it is refused before anything is made", async () => {
  const url = await emptyDatabase();
  const path = join(home, "newer.backup");
  await admin.query(
    "insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '29991231000000_later', now())",
  );
  onTestFinished(() => admin.query("delete from _prisma_migrations where id = 'x'").then(() => {}));
  await writeBackup(adminUrl, path);
  expect(await refusalOf(restore(path, url))).toContain("made by a newer Vouch than this one");
  expect(await contents(url)).toEqual({});
});

test("an administrator who is held to row-level security takes and restores everybody's rows all the same", async () => {
  const role = `vouch_plain_admin_${randomBytes(4).toString("hex")}`;
  await admin.query(`create role ${role} login createrole password 'plain'`);
  onTestFinished(async () => {
    await admin.query(`drop role ${role}`);
  });
  await admin.query(`grant vouch_app to ${role} with admin option`);
  const url = new URL(await emptyDatabase(`owner ${role}`));
  const asPlainAdmin = Object.assign(new URL(url), { username: role, password: "plain" }).href;
  await restore(plain, asPlainAdmin);
  expect(await contents(url.href)).toEqual(await contents(adminUrl));
  const path = join(home, "plain-admin.backup");
  await writeBackup(asPlainAdmin, path);
  expect(await readBack(path, {})).toEqual(await readBack(plain, {}));
});

test("verified is what was restored into a database beside it, of which nothing stays", async () => {
  expect(await verifyBackup(adminUrl, plain, { embedded: true })).toBe("RESTORED");
  expect(await verifyBackup(adminUrl, plain, { embedded: false })).toBe("READ_BACK");
  const left = await admin.query("select datname from pg_database where starts_with(datname, 'vouch_verify_')");
  expect(left.rows).toEqual([]);
});

test("a backup that is broken off leaves no file", async () => {
  const path = join(home, "broken-off.backup");
  await expect(writeBackup(adminUrl, path, { signal: AbortSignal.abort() })).rejects.toThrow();
  expect(existsSync(path)).toBe(false);
});
