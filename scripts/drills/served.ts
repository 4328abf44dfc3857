// Vouch as a person starts it: npm start on a data directory of its own. It can be killed, in part or altogether.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stopRequested } from "../command";
import { lockHolder } from "../data-directory-lock";
import { namesDirectory } from "../database/leftover-postgres";
import { commandLine, isAlive, type ProcessIdentity } from "../process-identity";
import { Obstacle } from "../say";
import { settingsAlone } from "../settings";

export type Served = {
  /** Printed while nobody has an account. */
  setupLink: string | undefined;
  /** Settles when npm start has ended, with all it said. */
  ended: Promise<string>;
  hasEnded: () => boolean;
  /** Asks it to stop; answers with its exit code. */
  stop: () => Promise<number | null>;
};

type Options = {
  /** Whatever is edited meanwhile, what was built for the first start is what is served. */
  again?: boolean;
  /** Told each line as it comes. */
  heard?: (line: string) => void;
  /** Further settings, which go before those that are usual here. */
  settings?: Record<string, string>;
  /** The release to start, where it isn't this one. */
  folder?: string;
};

/** Starts it and waits until it says where it is; throws an Obstacle with its words where it ends before. */
export async function start(
  dataDir: string,
  port: number,
  { again = false, heard, settings, folder }: Options = {},
): Promise<Served> {
  const npm = spawn("npm", ["start"], {
    cwd: folder,
    env: {
      ...settingsAlone({ PORT: String(port), VOUCH_DATA_DIR: dataDir }),
      ...(again && { VOUCH_TEST_KEEP_BUILD: "1" }),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = () => npm.kill("SIGTERM");
  stopRequested.addEventListener("abort", stop);
  let said = "";
  const ended = once(npm, "close").then(() => {
    stopRequested.removeEventListener("abort", stop); // one is started again after every other kill
    return said;
  });
  await new Promise<void>((resolve, reject) => {
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.setEncoding("utf8").on("data", (words: string) => {
        said += words;
        for (const line of words.split("\n").filter(Boolean)) heard?.(line);
        if (said.includes("Ctrl-C stops it.")) resolve();
      });
    }
    void ended.then(() => reject(new Obstacle("npm start ended; its words are above.", said)));
  });
  return {
    setupLink: /http:\S+\/setup\?token=\S+/.exec(said)?.[0],
    ended,
    hasEnded: () => npm.exitCode !== null || npm.signalCode !== null,
    stop: async () => {
      stop();
      await ended;
      return npm.exitCode;
    },
  };
}

export const sorts = ["server", "database", "server and database", "npm start", "everything"] as const;
export type Sort = (typeof sorts)[number];

/** kill -9 of what runs in this data directory at this moment; answers with who was there and isn't any more, or "". */
export async function kill(dataDir: string, sort: Sort, served: Served): Promise<string> {
  const asked = (part: string) => sort === "everything" || sort.includes(part);
  const pids = {
    "npm start": asked("npm start") ? starter(dataDir) : [],
    server: asked("server") ? [serverOf(dataDir) ?? []].flat() : [],
    database: asked("database") ? postgres(dataDir) : [],
  };
  const hit = Object.entries(pids).filter(([, those]) => those.filter(endAtOnce).length > 0);
  if (pids["npm start"].length > 0) await served.ended;
  return hit.map(([name]) => name).join(" and ");
}

function endAtOnce(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false; // gone already
  }
}

/** Resolves once server and database answer; throws what npm start said if that ended. */
export async function untilWell(address: string, served: Served): Promise<void> {
  while (!(await isWell(address))) {
    if (served.hasEnded()) throw new Obstacle("npm start gave up; its words are above.", await served.ended);
    await sleep(50);
  }
}

export function isWell(address: string): Promise<boolean> {
  return fetch(new URL("/api/health", address), { signal: AbortSignal.timeout(10_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function starter(dataDir: string): number[] {
  const holder = lockHolder(dataDir);
  return holder ? [holder.process.pid] : [];
}

/** The process that serves; undefined while there is none. */
export function serverOf(dataDir: string): number | undefined {
  try {
    const identity = JSON.parse(readFileSync(join(dataDir, "server.json"), "utf8")) as ProcessIdentity;
    return isAlive(identity) ? identity.pid : undefined;
  } catch {
    return undefined; // just being started
  }
}

/** The postmaster and all it has started: together they are what a power cut would end. */
function postgres(dataDir: string): number[] {
  const directory = join(dataDir, "postgres");
  try {
    const pid = Number.parseInt(readFileSync(join(directory, "postmaster.pid"), "utf8"), 10);
    return namesDirectory(commandLine(pid), directory) ? [pid, ...childrenOf(pid)] : [];
  } catch {
    return []; // just being started
  }
}

function childrenOf(pid: number): number[] {
  try {
    return execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map(Number);
  } catch {
    return []; // it has none
  }
}
