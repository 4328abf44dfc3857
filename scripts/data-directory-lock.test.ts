import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Holder, lockDataDirectory, lockHolder } from "./data-directory-lock";
import { identify } from "./process-identity";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "vouch-lock-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

function leaveLock(holder: Partial<Holder> | string) {
  const text = typeof holder === "string" ? holder : JSON.stringify({ doing: "running", ...holder });
  writeFileSync(join(dataDir, "lock"), text);
}

test("the first gets the directory, the second is told who has it, and after the first anybody may", async () => {
  const first = await lockDataDirectory(dataDir, "running at http://127.0.0.1:3000");
  await expect(lockDataDirectory(dataDir, "migrating")).rejects.toThrow(
    `Vouch is already running at http://127.0.0.1:3000 with the data in ${dataDir} (process ${process.pid}).`,
  );
  first.release();
  expect(lockHolder(dataDir)).toBeUndefined();
  (await lockDataDirectory(dataDir, "migrating")).release();
  expect(readdirSync(dataDir)).toEqual([]);
});

test("the lock of a process that is no more is taken over", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await once(child, "spawn");
  leaveLock({ process: identify(child.pid ?? 0) });
  await expect(lockDataDirectory(dataDir, "running")).rejects.toThrow(`(process ${child.pid})`);
  child.kill("SIGKILL");
  await once(child, "exit");
  (await lockDataDirectory(dataDir, "running")).release();
});

test("a number that another process has by now holds nothing", async () => {
  leaveLock({ process: { pid: process.pid, started: "before the last reboot" } });
  (await lockDataDirectory(dataDir, "running")).release();
});

test("a lock torn by a power cut holds nothing", async () => {
  leaveLock('{"process":{"pid":1');
  (await lockDataDirectory(dataDir, "running")).release();
});

test("a holder that lost the npm it was started by is about to stop, and is waited for", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await once(child, "spawn");
  leaveLock({ process: identify(child.pid ?? 0), launcher: { pid: process.pid, started: "long ago" } });
  const next = lockDataDirectory(dataDir, "running");
  child.kill("SIGKILL");
  (await next).release();
});

test("whoever releases late doesn't take away the lock of the next", async () => {
  const first = await lockDataDirectory(dataDir, "running");
  first.release();
  const second = await lockDataDirectory(dataDir, "migrating");
  first.release();
  expect(lockHolder(dataDir)?.doing).toBe("migrating");
  second.release();
});
