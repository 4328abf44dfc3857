import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { emptyLargeLogs, logFile, openDataDirectory } from "./data-directory";
import { spawnLogged } from "./running";

const sayWhenAsked = `let n = 0; process.on("SIGUSR2", () => console.error("line", ++n)); setInterval(() => {}, 1e6);
  console.error("ready")`;

test("a log that grows while Vouch runs is kept once and begins anew, and whoever writes to it goes on", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "vouch-logs-test-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  openDataDirectory(dataDir);
  const log = logFile(dataDir, "server");
  const read = () => readFileSync(log, "utf8");
  const program = await spawnLogged(process.execPath, ["-e", sayWhenAsked], log);
  onTestFinished(async () => {
    process.kill(program.process.pid, "SIGKILL");
    await program.ended;
  });
  await vi.waitFor(() => expect(read()).toBe("ready\n"), 20_000);
  emptyLargeLogs(dataDir);
  expect(read()).toBe("ready\n");

  appendFileSync(log, "x".repeat(5_000_000));
  emptyLargeLogs(dataDir);
  expect(readFileSync(`${log}.old`, "utf8")).toMatch(/^ready\nx{5000000}$/);
  process.kill(program.process.pid, "SIGUSR2");
  await vi.waitFor(() => expect(read()).toBe("line 1\n"), 20_000);
});
