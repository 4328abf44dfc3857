// What the commands print: one friendly line a step, and one clear sentence when something is in the way.
import { env, stderr, stdout } from "node:process";

/** Something the person can put right. Its message is the whole explanation; no stack is shown. */
export class Obstacle extends Error {
  /** `details`: what a program had to say about it, shown above the sentence. */
  constructor(
    sentence: string,
    readonly details = "",
  ) {
    super(sentence);
  }
}

const canRewrite = Boolean(stdout.isTTY) && !env.CI;

export function say(line: string) {
  stdout.write(`${line}\n`);
}

/** Runs one step and prints its line, with the seconds where it took noticeably long. */
export async function step<T>(
  doing: string,
  done: string | ((result: T) => string),
  work: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  if (canRewrite) stdout.write(`… ${doing}`);
  const clear = canRewrite ? "\r\u001b[K" : "";
  try {
    const result = await work();
    const line = typeof done === "string" ? done : done(result);
    stdout.write(`${clear}✓ ${line}${took(started)}\n`);
    return result;
  } catch (error) {
    stdout.write(clear);
    throw error;
  }
}

/** " (12.3 s)", or nothing below half a second. */
export function took(started: number): string {
  const seconds = (performance.now() - started) / 1000;
  return seconds < 0.5 ? "" : ` (${seconds.toFixed(1)} s)`;
}

/** Explains why a command ends early. */
export function complain(error: unknown) {
  if (error instanceof Obstacle) {
    if (error.details) stderr.write(`${error.details.trimEnd()}\n\n`);
    stderr.write(`✗ ${error.message}\n`);
  } else {
    stderr.write(`✗ Something unexpected happened.\n${error instanceof Error ? error.stack : String(error)}\n`);
  }
}
