// At most one Vouch on a data directory. The lock names its process so exactly that a dead one is recognised,
// after kill -9 or a power cut, and taken over without asking.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isAlive, type ProcessIdentity } from "./process-identity";
import { Obstacle } from "./say";

export type Holder = {
  process: ProcessIdentity;
  /** npm, where it started us: without it the holder is about to stop. */
  launcher: ProcessIdentity | undefined;
  /** What the holder does, for the sentence that refuses the next one: "running at http://…". */
  doing: string;
};

export type DataDirectoryLock = { release(): void };

const lockPath = (dataDir: string) => join(dataDir, "lock");

/** The living holder of the lock; undefined where nobody holds it. */
export function lockHolder(dataDir: string): Holder | undefined {
  const text = readIfThere(lockPath(dataDir));
  const holder = text === undefined ? undefined : parse(text);
  return holder && isAlive(holder.process) ? holder : undefined;
}

/** Takes the lock, or throws an Obstacle that names who has it. */
export async function lockDataDirectory(dataDir: string, doing: string): Promise<DataDirectoryLock> {
  const path = lockPath(dataDir);
  const mine: Holder = { process: self(), launcher: launcher(), doing };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let tries = 0; !tryLink(draft, path); tries++) {
      const holder = lockHolder(dataDir);
      if (!holder) clearStale(path);
      else if (isOrphan(holder) && tries < 600) await sleep(50);
      else throw refusal(dataDir, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release: () => {
      const held = readIfThere(path);
      if (held === JSON.stringify(mine)) rmSync(path);
    },
  };
}

/** The process that started this one, where that is npm: killed, it takes us along. */
export function launcher(): ProcessIdentity | undefined {
  return process.env.npm_lifecycle_event ? identify(process.ppid) : undefined;
}

function self(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, started: "" };
}

function isOrphan({ launcher }: Holder): boolean {
  return launcher !== undefined && !isAlive(launcher);
}

function refusal(dataDir: string, { process: { pid }, doing }: Holder): Obstacle {
  return new Obstacle(
    `Vouch is already ${doing} with the data in ${dataDir} (process ${pid}). Stop that one first, or give this one its own place: VOUCH_DATA_DIR=<directory>.`,
  );
}

/** A hard link appears with its content in one step, and only one of several can make it. */
function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead holder's lock away. If somebody took over in between, theirs is what moved: it goes back. */
function clearStale(path: string) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another start was quicker
  }
  const holder = parse(readFileSync(aside, "utf8"));
  if (holder && isAlive(holder.process)) tryLink(aside, path);
  rmSync(aside);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function parse(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder;
    return typeof holder.process?.pid === "number" ? holder : undefined;
  } catch {
    return undefined; // torn by a power cut: its writer is gone
  }
}
