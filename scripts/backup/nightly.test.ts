import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getBackupStatus } from "@/lib/backup/data";
import { testDatabase } from "@/lib/testing/database";
import { openDataDirectory } from "../data-directory";
import { parseSettings } from "../settings";
import { checkBackups } from "./back-up";
import { backUpIfDue } from "./clock";
import { passphraseOf } from "./passphrase";
import { readBack } from "./read";

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
  const old = ["01", "02", "03"].map((day) => `vouch-2026-01-${day}T03-00-00Z.backup`);
  for (const name of [...old, "mine.txt"]) writeFileSync(join(backups, name), "");

  expect(await backUpIfDue(adminUrl, settings)).toBe("done");
  const [mine, , made, ...more] = readdirSync(backups).sort();
  expect([mine, more]).toEqual(["mine.txt", []]);
  expect(readdirSync(backups)).toContain(old[2]);
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
  expect(await backUpIfDue(adminUrl, settingsFor(backups), { now: inAnHour })).toBe("done");
  expect(await getBackupStatus()).toMatchObject({ failure: null });
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
