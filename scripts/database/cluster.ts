// A Postgres of our own: made once with initdb, then run as a process that we look after ourselves.
import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type Running, spawnLogged } from "../running";
import { Obstacle } from "../say";
import { stopPostmaster } from "./leftover-postgres";
import type { Place } from "./place";

export const superuser = "postgres";

export type ClusterSettings = {
  readonly password: string;
  readonly socketDirectory: string;
  readonly log: string;
  /** Throw-away data may be lost in a crash, and is much faster for it. */
  readonly durable: boolean;
};

/** The address of one database of a cluster, reached through its socket. */
export function clusterUrl(
  { password, socketDirectory }: Pick<ClusterSettings, "password" | "socketDirectory">,
  database: string,
): string {
  return `postgres://${superuser}:${password}@localhost:5432/${database}?host=${encodeURIComponent(socketDirectory)}`;
}

/** Whether a cluster is there. A directory that holds anything else is never touched. */
export function hasCluster({ directory, binaries }: Place): boolean {
  if (!existsSync(directory) || readdirSync(directory).length === 0) return false;
  const versionFile = join(directory, "PG_VERSION");
  if (!existsSync(versionFile)) {
    throw new Obstacle(
      `${directory} is there but doesn't hold Postgres data. Vouch leaves it alone: please look at it.`,
    );
  }
  const major = Number(readFileSync(versionFile, "utf8"));
  if (major !== binaries.major) {
    throw new Obstacle(
      `${directory} was written by Postgres ${major}, and this Vouch brings Postgres ${binaries.major}. Start it with the Vouch that wrote it, and move the data over with pg_dump.`,
    );
  }
  return true;
}

/** Makes the cluster beside its place and moves it there when it is whole. */
export function createCluster({ directory, binaries, user }: Place, { password, durable }: ClusterSettings) {
  const draft = `${directory}.unfinished`;
  rmSync(draft, { recursive: true, force: true }); // of an initdb that was killed: never used, so nothing is in it
  mkdirSync(dirname(directory), { recursive: true });
  mkdirSync(draft, { mode: 0o700 });
  const words = mkdtempSync(join(tmpdir(), "vouch-initdb-"));
  const passwordFile = join(words, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of user ? [draft, words, passwordFile] : []) chownSync(path, user?.uid ?? 0, user?.gid ?? 0);
  const args = ["-D", draft, `--username=${superuser}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  args.push("--encoding=UTF8", "--data-checksums", ...localeOf(binaries.major), ...(durable ? [] : ["--no-sync"]));
  try {
    const made = spawnSync(join(binaries.bin, "initdb"), args, { ...user, cwd: draft, env: bareEnv, encoding: "utf8" });
    if (made.status !== 0) {
      throw new Obstacle(`Postgres couldn't make its data directory ${directory}.`, `${made.stdout}${made.stderr}`);
    }
    renameSync(draft, directory); // over an empty directory, or over nothing
  } finally {
    rmSync(words, { recursive: true, force: true });
  }
}

/** Starts Postgres on the cluster and waits until it takes connections, however long it recovers from a crash. */
export async function startCluster(place: Place, settings: ClusterSettings): Promise<Running> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const { process, ended, said } = await spawnLogged(
      join(place.binaries.bin, "postgres"),
      serverArgs(place, settings),
      settings.log,
      {
        ...place.user,
        cwd: place.directory,
        env: bareEnv,
      },
    );
    const stop = () => stopPostmaster(process);
    const asking = new AbortController();
    const outcome = await Promise.race([ended, takesConnections(settings, asking.signal)])
      .catch(async (error: unknown) => {
        await stop();
        throw error;
      })
      .finally(() => asking.abort());
    if (outcome === "ready") return { process, ended, stop };
    // After kill -9, the dead server's workers hold its shared memory for a moment longer.
    if (!said().includes("shared memory") || performance.now() > deadline) {
      throw new Obstacle(`Postgres didn't start on ${place.directory} (${outcome}); its own words are above.`, said());
    }
    await sleep(200);
  }
}

/** None of ours: PG* settings and locales of a shell would change what Postgres does. */
const bareEnv = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" } as const;

function serverArgs({ directory }: Place, { socketDirectory, durable }: ClusterSettings): string[] {
  const options = {
    listen_addresses: "", // only the socket, in a directory closed to others
    unix_socket_directories: `"${socketDirectory}"`,
    unix_socket_permissions: "0700",
    timezone: "UTC",
    // A log must not repeat what people wrote: no statement, no "failing row contains".
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return [
    "-D",
    directory,
    "-p",
    "5432",
    ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

/** Case and order of letters by Unicode, the same on every machine; a system's own locales change under an index. */
function localeOf(major: number): string[] {
  return major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"] : ["--locale=C.UTF-8"];
}

const notYet = ["ENOENT", "ECONNREFUSED", "ECONNRESET", "57P03"]; // no socket yet, starting up, recovering

async function takesConnections(settings: ClusterSettings, asking: AbortSignal): Promise<"ready" | "gave up"> {
  while (!asking.aborted) {
    const client = new Client({ connectionString: clusterUrl(settings, "postgres") });
    try {
      await client.connect();
      return "ready";
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === "28P01") {
        throw new Obstacle(
          "The kept password doesn't open the embedded database: postgres.password isn't the one it was made with.",
        );
      }
      if (!notYet.includes(code ?? "")) throw error;
    } finally {
      await client.end().catch(() => {});
    }
    await sleep(20);
  }
  return "gave up";
}
