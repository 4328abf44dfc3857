// The frame of every command: undo in reverse order whatever was started, however it ends.
import { stderr, stdout } from "node:process";
import { setImmediate as turn } from "node:timers/promises";
import { launcher } from "./data-directory-lock";
import { complain } from "./say";

const stopRequest = new AbortController();

/** Aborted when somebody asks the command to stop: Ctrl-C, SIGTERM, a closed terminal, or a killed npm. */
export const stopRequested: AbortSignal = stopRequest.signal;

export type Undo = (work: () => unknown) => void;

/**
 * Runs `main` and ends the process: with the number it returns, with 1 when it throws, with `whenStopped` when
 * somebody asked it to stop before it was through.
 */
export async function runCommand(main: (undo: Undo) => Promise<number>, { whenStopped = 0 } = {}): Promise<never> {
  const undoing: (() => unknown)[] = [];
  listen();
  let code = 0;
  try {
    code = await main((work) => undoing.push(work));
  } catch (error) {
    await turn(); // a signal that ended a program of ours is told to us after its end
    if (!stopRequested.aborted) complain(error);
    code = stopRequested.aborted ? whenStopped : 1;
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

function listen() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopRequest.abort());
  // Whoever read our words may be gone: that is no reason to leave the database running.
  for (const stream of [stdout, stderr]) stream.on("error", () => {});
  const npm = launcher();
  if (npm) setInterval(() => process.ppid !== npm.pid && stopRequest.abort(), 250).unref();
}
