// What a run keeps beside its tables, and the run before it.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Obstacle } from "../scripts/say";
import type { Pages } from "./pages/measure";
import type { Row } from "./speed/figures";
import type { Machine } from "./speed/machine";
import type { Options } from "./speed/options";

export type Run = {
  /** ISO. */
  started: string;
  machine: Machine;
  load: { before: string; after: string };
  options: Options;
  rows: Row[];
  pages?: Pages | undefined;
};

const folder = "bench/results";

/** Writes it to `file`, or to a new one of its own in bench/results; answers with its name. */
export function keep(run: Run, file = join(folder, `${run.started.slice(0, 16).replace(":", "")}.json`)): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  return file;
}

/** The last run of the same machine that has what `has` asks for, if there is any. */
export function runBefore(machine: Machine, has: (run: Run) => boolean): Run | undefined {
  if (!existsSync(folder)) return undefined;
  const runs = readdirSync(folder).sort().reverse();
  return runs.map((name) => readRun(join(folder, name))).find((run) => isSame(run.machine, machine) && has(run));
}

/** Throws an Obstacle where `file` isn't what a run kept. */
export function readRun(file: string): Run {
  try {
    const run: Run = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(run.rows) && run.machine) return run;
  } catch {}
  throw new Obstacle(`${file} isn't the JSON of a run of npm run bench.`);
}

const isSame = (one: Machine, other: Machine) =>
  one.cores === other.cores && one.processor === other.processor && one.memoryGb === other.memoryGb;
