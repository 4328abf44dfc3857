// The frame of every command: undo in reverse order whatever was started, however it ends.
import { stderr, stdout } from "node:process";
import { setImmediate as turn } from "node:timers/promises";
import { launcher } from "./data-directory-lock";
import { complain } from "./say";

const stopRequest = new AbortController();

/** Aborted when somebody asks the command to stop: Ctrl-C, SIGTERM, a closed terminal, or a killed npm. */
export const stopRequested: AbortSignal = stopRequest.signal;

export type Undo = (work: () => Promise<void> | void) => void;

/** Runs `main` and ends the process: with 0 when it returns or was asked to stop, with 1 when it throws. */
export async function runCommand(main: (undo: Undo) => Promise<number | undefined>): Promise<never> {
  const undoing: (() => Promise<void> | void)[] = [];
  listen();
  let code = 0;
  try {
    code = (await main((work) => undoing.push(work))) ?? 0;
  } catch (error) {
    await turn(); // a signal that ended a program of ours is told to us after its end
    if (!stopRequested.aborted) {
      complain(error);
      code = 1;
    }
  }
  for (const work of undoing.reverse()) {
    try {
      await work();
    } catch (error) {
      complain(error);
      code = 1;
    }
  }
  process.exit(code);
}

/** Settles when somebody asks to stop. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    if (stopRequested.aborted) resolve();
    else stopRequested.addEventListener("abort", () => resolve(), { once: true });
  });
}

function listen() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopRequest.abort());
  // Whoever read our words may be gone: that is no reason to leave the database running.
  for (const stream of [stdout, stderr]) stream.on("error", () => {});
  const npm = launcher();
  if (npm) setInterval(() => process.ppid !== npm.pid && stopRequest.abort(), 250).unref();
}
