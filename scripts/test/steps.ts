// The steps of npm test and npm run check. Each answers with how many tests passed and failed.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateClient } from "../build";
import { stopRequested } from "../command";
import { complain, say, took } from "../say";
import { add, countVitest, nothing, oneFailed, onePassed, readReport, type Tally } from "./reports";
import { runProgram } from "./run-program";

export type Step = { name: string; run: () => Promise<Tally> };

/**
 * Runs the steps in turn, each under its own heading; what failed in them stands together at the end. One that breaks down
 * counts as one failure.
 */
export async function runSteps(steps: Step[]): Promise<Tally> {
  let total = nothing;
  for (const { name, run } of steps) {
    stopRequested.throwIfAborted();
    const started = performance.now();
    say(`\n── ${name} ──`);
    const tally = await run().catch((error: unknown) => {
      stopRequested.throwIfAborted();
      complain(error);
      return oneFailed(`${name} broke down.`);
    });
    say(`── ${name}: ${inWords(tally)}${took(started)}`);
    total = add(total, tally);
  }
  if (total.failures.length > 0) say("\nWhat failed:");
  for (const failure of total.failures) say(`  ${failure}`);
  return total;
}

export function inWords({ passed, failed }: Pick<Tally, "passed" | "failed">): string {
  return `${passed} passed, ${failed} failed`;
}

export const formatAndLint: Step = {
  name: "Format and lint",
  run: () => {
    const colours = process.stdout.isTTY ? [] : ["--colors=off"];
    return asOneTest("Format and lint", () =>
      runProgram(["node_modules/@biomejs/biome/bin/biome", "ci", ...colours, "."]),
    );
  },
};

export const types: Step = {
  name: "Types",
  run: () =>
    asOneTest("Types", async () => {
      await generateClient();
      // Types that an earlier `next dev` left would contradict the ones made now.
      rmSync(".next/dev/types", { recursive: true, force: true });
      const routes = await runProgram(["node_modules/next/dist/bin/next", "typegen"]);
      // Afresh: what the compiler remembers of the last time may hold routes that are no more.
      return routes && (await runProgram(["node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "false"]));
    }),
};

/** Vitest with databases in `adminUrl`, on the files whose path holds one of `filters`; on all, if there are none. */
export async function vitest(adminUrl: string, filters: string[] = [], exclude: string[] = []): Promise<Tally> {
  await generateClient();
  const home = mkdtempSync(join(tmpdir(), "vouch-report-"));
  const report = join(home, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const endedWell = await runProgram(
    ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...exclude.map((glob) => `--exclude=${glob}`), ...filters],
    {
      TEST_DATABASE_URL: adminUrl,
    },
  );
  const tally = readReport(report, countVitest, endedWell);
  rmSync(home, { recursive: true });
  return tally;
}

/** Where a Postgres 15, the oldest that Vouch runs on, is installed. */
export function findPostgres15(): string | undefined {
  return ["/usr/lib/postgresql/15/bin", "/opt/homebrew/opt/postgresql@15/bin", "/usr/pgsql-15/bin"].find((bin) =>
    existsSync(join(bin, "initdb")),
  );
}

async function asOneTest(name: string, work: () => Promise<boolean>): Promise<Tally> {
  return (await work()) ? onePassed : oneFailed(name);
}
