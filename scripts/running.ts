// Programs we look after: started apart from our own process group (so that Ctrl-C reaches only us, and we stop them
// in order), started again when they die, and stopped when we do.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { stopRequested } from "./command";
import { identify, type ProcessIdentity } from "./process-identity";
import { complain, say } from "./say";

export type Running = {
  readonly process: ProcessIdentity;
  /** Settles when the program has ended, with how: "signal SIGKILL" or "exit code 1". */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts a program whose words go to a log file. It has its own session and outlives us if we are killed.
 * `said` answers with its last words so far, for an explanation.
 */
export async function spawnLogged(command: string, args: string[], log: string, options: SpawnOptions = {}) {
  const words = openSync(log, "a", 0o600);
  const { size: before } = fstatSync(words);
  const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", words, words] });
  closeSync(words);
  const said = () => readFileSync(log).subarray(before).toString().trimEnd().split("\n").slice(-15).join("\n");
  return { ...(await started(child)), said };
}

/** The identity of a child just started, and how it will have ended. */
export async function started(child: ChildProcess): Promise<Pick<Running, "process" | "ended">> {
  const ended = once(child, "exit").then(([code, signal]) => (signal ? `signal ${signal}` : `exit code ${code}`));
  await once(child, "spawn"); // or throws why it can't be started
  const pid = child.pid ?? 0;
  return { process: identify(pid) ?? { pid, started: "ended" }, ended };
}

/** What ends more often than this within a minute is started again only after a pause, and so is what doesn't start. */
const restartsAtOnce = 5;
const withinMs = 60_000;
const usualPauseMs = 5_000;

/**
 * Starts again whatever ends by itself, until `stop` is called: at once, or after pauses for as long as it keeps ending or
 * doesn't start. A full disk has room again some day, and then all goes on.
 */
export function keepRunning(
  name: string,
  first: Running,
  start: () => Promise<Running>,
  { pauseMs = usualPauseMs } = {},
): { stop(): Promise<void> } {
  let current: Running | undefined = first;
  const stopping = new AbortController();
  const { signal } = stopping;
  const ends: number[] = [];

  async function watch() {
    let how = await first.ended;
    for (let tries = 0; !signal.aborted; tries++) {
      current = undefined;
      ends.push(Date.now());
      const waits = tries > 0 || ends.filter((end) => end > Date.now() - withinMs).length > restartsAtOnce;
      if (tries === 0) say(`! ${name} ended by itself (${how}); starting it again${waits ? " in a moment" : ""}.`);
      if (waits) await sleep(pauseMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      try {
        current = await start();
        if (tries > 0) say(`✓ ${name} is there again.`);
        how = await current.ended;
        tries = -1;
      } catch (error) {
        if (tries > 0 || signal.aborted || stopRequested.aborted) continue;
        complain(error);
        say(`! Trying again every ${pauseMs / 1_000} seconds.`);
      }
    }
  }
  const watching = watch();

  return {
    stop: async () => {
      stopping.abort();
      const before = current;
      await before?.stop();
      await watching;
      if (current !== before) await current?.stop(); // it was just being started
    },
  };
}
