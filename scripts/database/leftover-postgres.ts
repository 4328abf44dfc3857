// A Postgres that outlived the one who started it (kill -9) is stopped before the next one starts.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine, identify, isGone, type ProcessIdentity } from "../process-identity";
import { Obstacle } from "../say";

/** Stops the Postgres that runs on `directory`, if one does; answers whether one did. */
export async function stopLeftoverPostgres(directory: string): Promise<boolean> {
  const file = join(directory, "postmaster.pid");
  let pid: number;
  try {
    pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  } catch {
    return false;
  }
  const running = identify(pid);
  if (!running) {
    // Postgres itself clears up after a dead one, unless nobody took note of the death yet: in a container that may
    // be never. Its orphaned workers are found by their shared memory all the same.
    if (!(await isForgotten(pid))) rmSync(file);
    return false;
  }
  const command = commandLine(pid);
  if (namesDirectory(command, directory)) {
    await stopPostmaster(running);
    return true;
  }
  if (/postgres|postmaster/.test(command)) {
    throw new Obstacle(`A Postgres that Vouch didn't start (process ${pid}) may be using ${directory}. Stop it first.`);
  }
  // The number belongs to some other program by now, as it often does after a reboot; Postgres would not dare start.
  rmSync(file);
  return false;
}

/** Whether the number of a dead process is free again, which its parent's asking makes it; waits a little. */
async function isForgotten(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 40; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await sleep(50);
  }
  return false;
}

/** Whether a command line is that of a Postgres on this very directory. */
export function namesDirectory(command: string, directory: string): boolean {
  return /(^|\/)postgres /.test(command) && `${command} `.includes(` -D ${directory} `);
}

/** A fast shutdown: open transactions are rolled back, everything is written, then it ends. */
export async function stopPostmaster(postmaster: ProcessIdentity): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 60_000],
    ["SIGQUIT", 10_000], // at once, as after a power cut: the next start recovers
  ] as const) {
    try {
      process.kill(postmaster.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") return;
      throw new Obstacle(`Vouch may not stop the Postgres that still runs on its data (process ${postmaster.pid}).`);
    }
    if (await isGone(postmaster, patience)) return;
  }
  throw new Obstacle(`The Postgres on Vouch's data (process ${postmaster.pid}) doesn't stop. Please stop it by hand.`);
}
