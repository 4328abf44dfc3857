// The embedded database of one test file, held by starters that are processes of their own, so that they can be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { clusterUrl } from "../database/cluster";
import { stopLeftoverPostgres } from "../database/leftover-postgres";
import { withClient } from "../database/with-client";

/** Call at the top of a test file; nothing of it outlives the file. */
export function heldDatabase() {
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

  return { home, dataDir, start, ask };
}
