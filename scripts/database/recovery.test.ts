// The embedded database through the worst: each starter is a process of its own, so that it can be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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

/** Every file in the data directory with what it holds, but for logs and the socket's place. */
function everyFile(): Record<string, string> {
  const all = readdirSync(dataDir, { recursive: true, encoding: "utf8" });
  const paths = all.filter((path) => !/^(logs|socket)\b/.test(path));
  const sum = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
  return Object.fromEntries(
    paths.map((path) => [path, statSync(join(dataDir, path)).isFile() ? sum(join(dataDir, path)) : ""]),
  );
}

/** Takes a file or directory away; answers with how it comes back. */
function takeAway(name: string) {
  renameSync(join(dataDir, name), join(home, "away"));
  return () => renameSync(join(home, "away"), join(dataDir, name));
}

function damage(name: string) {
  const path = join(dataDir, name);
  const bytes = readFileSync(path);
  writeFileSync(
    path,
    bytes.map((byte) => byte ^ 1),
  ); // written over, so that it stays Postgres' own
  return () => writeFileSync(path, bytes);
}

test.each([
  ["the database is gone", () => takeAway("postgres"), "isn't there any more"],
  ["its password is gone", () => takeAway("postgres.password"), "postgres.password is missing"],
  ["something else is in its place", () => takeAway("postgres/PG_VERSION"), "doesn't hold Postgres data"],
  ["it is another version's", () => damage("postgres/PG_VERSION"), "was written by Postgres"],
  ["it is damaged", () => damage("postgres/global/pg_control"), "Postgres didn't start on"],
])(
  "a start that fails because %s touches nothing, and once that is put right all is there",
  async (_, harm, sentence) => {
    const mend = harm();
    const before = everyFile();
    const { starter, said } = await start();
    expect(said).toContain(sentence);
    expect(starter.exitCode).toBe(1);
    expect(everyFile()).toEqual(before);
    mend();
    const { starter: mended } = await start();
    expect(await kept()).toEqual([{ word: "confirmed" }]);
    mended.kill("SIGTERM");
    await once(mended, "exit");
  },
);
