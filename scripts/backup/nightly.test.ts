import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getBackupStatus } from "@/lib/backup/data";
import { testDatabase } from "@/lib/testing/database";
import { openDataDirectory } from "../data-directory";
import { withClient } from "../database/with-client";
import { parseSettings } from "../settings";
import { backUp, checkBackups } from "./back-up";
import { backUpIfDue } from "./clock";
import { databaseId } from "./database-id";
import { KeptBackups } from "./kept";
import { passphraseOf } from "./passphrase";
import { readBack } from "./read";
import { backupName } from "./rotation";

const database = testDatabase();
const { admin, adminUrl } = database;
const home = mkdtempSync(join(tmpdir(), "vouch-nightly-test-"));
const backups = join(home, "kept");

const settingsFor = (directory: string, more: Record<string, string> = {}) =>
  parseSettings({
    DATABASE_URL: adminUrl,
    VOUCH_DATA_DIR: join(home, "data"),
    VOUCH_BACKUP_DIR: directory,
    VOUCH_BACKUP_KEEP: "2,0,0",
    ...more,
  });
const firstDays = ["01", "02", "03"].map((day) => new Date(`2026-01-${day}T03:00:00Z`));
const log = () => readFileSync(join(home, "data", "logs", "backups.log"), "utf8");

beforeAll(async () => {
  openDataDirectory(join(home, "data"));
  const owner = await database.newOwner();
  await admin.query("update app_user set created_at = now() - interval '3 days' where id = $1", [owner]);
});
afterAll(() => rmSync(home, { recursive: true }));

test("once a night everything goes into a file, older ones go, and the settings page knows", async () => {
  const settings = settingsFor(backups);
  checkBackups(settings);
  const id = await withClient(adminUrl, databaseId);
  const old = firstDays.map((day) => backupName(id, day));
  const others = [...firstDays.map((day) => backupName("0123456789ab", day)), "mine.txt"];
  for (const name of [...old, ...others]) writeFileSync(join(backups, name), "");

  expect(await backUpIfDue(adminUrl, settings)).toBe("done");
  const left = readdirSync(backups);
  expect(left).toEqual(expect.arrayContaining(others));
  const [stayed, made, ...more] = left.filter((name) => !others.includes(name)).sort();
  expect([stayed, more]).toEqual([old[2], []]);
  const tables = await readBack(join(backups, made ?? ""), {});
  expect(tables.find(({ table }) => table === "app_user")?.rows).toBe(1);
  expect(await getBackupStatus()).toMatchObject({ last: { megabytes: 0.1 }, failure: null });
  expect(JSON.parse(log())).toMatchObject({ event: "backup.done", verified: "READ_BACK", removed: 2 });

  expect(await backUpIfDue(adminUrl, settings)).toBe("not due");
});

test("one that fails is told, on the settings page and in the log, and tried again after an hour", async () => {
  await admin.query("truncate backup_run");
  const settings = settingsFor(join(backups, "mine.txt", "not a directory"));
  expect(() => checkBackups(settings)).toThrow("Backups can't be kept in");
  expect(await backUpIfDue(adminUrl, settings)).toBe("failed");
  expect(await getBackupStatus()).toMatchObject({ last: null, failure: { why: "UNEXPECTED" } });
  expect(log()).toContain('"event":"backup.failed"');
  expect(await backUpIfDue(adminUrl, settings)).toBe("not due");
  const inAnHour = new Date(Date.now() + 3_601_000);
  expect(await backUpIfDue(adminUrl, settingsFor(join(home, "again")), { now: inAnHour })).toBe("done");
  expect(await getBackupStatus()).toMatchObject({ failure: null });
});

test("one that a clock noted for years ahead keeps none from being made", async () => {
  await admin.query("truncate backup_run");
  await admin.query(
    "insert into backup_run (started_at, ended_at, bytes, verified) values (now() + interval '9 years', now() + interval '9 years', 1, 'RESTORED')",
  );
  expect(await getBackupStatus()).toMatchObject({ last: null, isOld: true });
  expect(await backUpIfDue(adminUrl, settingsFor(join(home, "ahead")))).toBe("done");
  expect(await getBackupStatus()).toMatchObject({ last: { megabytes: 0.1 }, isOld: false });
  expect(await backUpIfDue(adminUrl, settingsFor(join(home, "ahead")))).toBe("not due");
});

test("where nobody can tell for an hour whether it is time, that is a failure and is told", async () => {
  const away = new URL(adminUrl);
  away.pathname = "/there_is_no_such_database";
  const settings = settingsFor(backups);
  const told = () => log().split('"event":"backup.failed"').length;
  const before = told();
  expect(await backUpIfDue(away.href, settings)).toBe("unreadable");
  const unreadableSince = new Date(Date.now() - 3_600_000);
  expect(await backUpIfDue(away.href, settings, { unreadableSince })).toBe("failed");
  expect(told()).toBe(before + 1);
});

/** A directory with three outdated or nearly outdated backups, and what a killed one left. */
async function crowded(): Promise<{ directory: string; names: string[] }> {
  const directory = mkdtempSync(join(home, "crowded-"));
  const id = await withClient(adminUrl, databaseId);
  const names = firstDays.map((day) => backupName(id, day));
  for (const name of names) writeFileSync(join(directory, name), "");
  const leftover = join(directory, `${backupName(id, new Date("2026-01-04T03:00:00Z"))}.12.unfinished`);
  writeFileSync(leftover, "");
  utimesSync(leftover, firstDays[0] as Date, firstDays[0] as Date);
  return { directory, names };
}

test("what is outdated goes before a backup is made, so that a full disk has room again", async () => {
  const { directory, names } = await crowded();
  await expect(backUp(adminUrl, settingsFor(directory), { signal: AbortSignal.abort() })).rejects.toThrow();
  expect(readdirSync(directory).sort()).toEqual(names.slice(1));
});

test("where there is no room, what the new one will outdate goes first; never the newest there is", async () => {
  const { directory, names } = await crowded();
  const id = await withClient(adminUrl, databaseId);
  const coming = backupName(id, new Date("2026-01-05T03:00:00Z"));
  new KeptBackups(directory, id, { days: 3, weeks: 0, months: 0 }).makeRoomFor(coming);
  expect(readdirSync(directory)).toEqual(expect.arrayContaining(names.slice(1)));
  expect(readdirSync(directory)).not.toContain(names[0]);
  new KeptBackups(directory, id, { days: 1, weeks: 0, months: 0 }).makeRoomFor(coming);
  expect(readdirSync(directory)).toContain(names[2]);
});

test("one at a time: another waits until the first is through", async () => {
  const { directory, names } = await crowded();
  const settings = settingsFor(directory);
  await withClient(adminUrl, async (other) => {
    await other.query("select pg_advisory_lock(hashtextextended('backup of Vouch', 0))");
    await expect(backUp(adminUrl, settings, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(readdirSync(directory)).toEqual(expect.arrayContaining(names)); // it had not begun
  });
  const files = ["one", "two"].map((name) => join(home, name));
  await Promise.all(files.map((file) => backUp(adminUrl, settings, { file })));
  expect(readdirSync(home)).toEqual(expect.arrayContaining(["one", "two"]));
});

test("the passphrase is the first line of its file, looked for when Vouch starts", () => {
  const keyFile = join(home, "passphrase");
  const settings = settingsFor(backups, { VOUCH_BACKUP_PASSPHRASE_FILE: keyFile });
  expect(() => checkBackups(settings)).toThrow("VOUCH_BACKUP_PASSPHRASE_FILE can't be read");
  writeFileSync(keyFile, "too short\n");
  expect(() => checkBackups(settings)).toThrow("a passphrase of at least 12 characters");
  writeFileSync(keyFile, "correct horse battery\nnot this line\n");
  checkBackups(settings);
  expect(passphraseOf(settings)).toBe("correct horse battery");
});
