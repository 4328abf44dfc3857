// Programs we look after: started apart from our own process group (so that Ctrl-C reaches only us, and we stop them
// in order), started again when they die, and stopped when we do.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { identify, type ProcessIdentity } from "./process-identity";
import { say } from "./say";

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

const restartsAllowed = 5;
const withinMs = 60_000;

/**
 * Starts again whatever ends by itself, unless it keeps doing so: then `giveUp` is told. Until `stop` is called.
 */
export function keepRunning(
  name: string,
  first: Running,
  start: () => Promise<Running>,
  giveUp: (error: unknown) => void,
): { stop(): Promise<void> } {
  let current = first;
  let stopping = false;
  let restarting: Promise<void> | undefined;
  const ends: number[] = [];

  async function watch() {
    while (!stopping) {
      const how = await current.ended;
      if (stopping) return;
      ends.push(Date.now());
      if (ends.filter((end) => end > Date.now() - withinMs).length > restartsAllowed) {
        throw new Error(`${name} keeps ending by itself (${how}).`);
      }
      say(`! ${name} ended by itself (${how}); starting it again.`);
      const next = start().then((running) => {
        current = running;
      });
      restarting = next.catch(() => {});
      await next;
    }
  }
  watch().catch(giveUp);

  return {
    stop: async () => {
      stopping = true;
      await restarting;
      await current.stop();
    },
  };
}
