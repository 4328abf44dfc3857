// The embedded database through the worst: each starter is a process of its own, so that it can be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { clusterUrl } from "./cluster";
import { stopLeftoverPostgres } from "./leftover-postgres";
import { withClient } from "./with-client";

const home = mkdtempSync(join(tmpdir(), "vouch-recovery-"));
chmodSync(home, 0o711); // root's Postgres runs as another user, who has to pass through
const dataDir = join(home, "data");
const starters: ChildProcess[] = [];

afterAll(async () => {
  for (const starter of starters) starter.kill("SIGKILL");
  await stopLeftoverPostgres(join(dataDir, "postgres"));
  rmSync(home, { recursive: true });
});

/** Starts one and waits until it is ready or has ended; answers with what it said. */
async function start() {
  const { npm_lifecycle_event: _, DATABASE_URL: __, APP_DATABASE_URL: ___, ...env } = process.env;
  const starter = spawn(process.execPath, ["--import", "tsx", "scripts/test/hold-database.ts"], {
    env: { ...env, VOUCH_DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  starters.push(starter);
  let said = "";
  await new Promise<void>((resolve) => {
    const listen = (text: string) => {
      said += text;
      if (said.includes("ready\n")) resolve();
    };
    starter.stdout.setEncoding("utf8").on("data", listen);
    starter.stderr.setEncoding("utf8").on("data", listen);
    starter.once("close", resolve);
  });
  return { starter, said };
}

/** Runs one statement on the database that is up at this moment. */
function ask(sql: string) {
  const read = (name: string) => readFileSync(join(dataDir, name), "utf8");
  const settings = {
    password: read("postgres.password"),
    socketDirectory: read("postgres.socket"),
    log: "",
    durable: true,
  };
  return withClient(clusterUrl(settings, "vouch"), (client) => client.query(sql));
}

const postmaster = () => Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);

const kept = () => ask("select word from kept").then(({ rows }) => rows);

test("a second start is refused, and after kill -9 of starter or database the next start finds everything", async () => {
  const { starter: first } = await start();
  await ask("create table kept (word text); insert into kept values ('confirmed')");

  const second = await start();
  expect(second.said).toContain(`Vouch is already running with the data in ${dataDir} (process ${first.pid}).`);
  expect(second.starter.exitCode).toBe(1);
  expect(await kept()).toEqual([{ word: "confirmed" }]);

  first.kill("SIGKILL"); // the database lives on
  await once(first, "exit");
  const { starter: third, said } = await start();
  expect(said).toContain("ready");
  expect(await kept()).toEqual([{ word: "confirmed" }]);

  third.kill("SIGKILL");
  process.kill(postmaster(), "SIGKILL");
  await once(third, "exit");
  const { starter: fourth } = await start();
  expect(await kept()).toEqual([{ word: "confirmed" }]);

  fourth.kill("SIGTERM");
  const [code] = await once(fourth, "exit");
  expect(code).toBe(0);
  expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  expect(existsSync(join(dataDir, "lock"))).toBe(false);
});
