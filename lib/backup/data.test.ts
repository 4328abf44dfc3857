import { expect, test } from "vitest";
import { recordRun } from "@/scripts/backup/record";
import { testDatabase } from "../testing/database";
import { getBackupStatus } from "./data";

const database = testDatabase();
const now = Date.now();
const startedAt = new Date(now - 50 * 3_600_000);
const record = (run: Parameters<typeof recordRun>[1]) => recordRun(database.adminUrl, run);

test("before any was tried there is nothing to say", async () => {
  expect(await getBackupStatus()).toEqual({ last: null, isOld: false, restoredAt: null, failure: null });
});

test("the last one, the last that was restored, and a failure until the next success", async () => {
  const made = { startedAt, bytes: 12_340_000, tables: 40, rows: 7 };
  await record({ ...made, verified: "RESTORED" });
  const { restoredAt } = await getBackupStatus();
  expect(restoredAt).not.toBeNull();

  await record({ startedAt, failure: "SPACE" });
  expect(await getBackupStatus()).toEqual({
    last: { at: startedAt.toISOString(), megabytes: 12.3 },
    isOld: true,
    restoredAt,
    failure: { at: expect.any(String), why: "SPACE" },
  });

  const later = new Date(now - 40 * 3_600_000);
  await record({ ...made, startedAt: later, bytes: 900, verified: "READ_BACK" });
  expect(await getBackupStatus()).toEqual({
    last: { at: later.toISOString(), megabytes: 0.1 },
    isOld: false,
    restoredAt,
    failure: null,
  });
});

test("the application reads what was noted and can't write it", async () => {
  for (const sql of [
    "insert into backup_run (started_at, failure) values (now(), 'SPACE')",
    "update backup_run set verified = 'RESTORED'",
    "delete from backup_run",
  ]) {
    await expect(database.app.query(sql)).rejects.toMatchObject({ code: "42501" });
  }
});
