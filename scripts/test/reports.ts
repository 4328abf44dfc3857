// What the test runners report, counted.
import { existsSync, readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number };

export const nothing: Tally = { passed: 0, failed: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** A file that couldn't even be loaded has no test to fail: it counts as one. */
export function countVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Tally {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

/** A test that passes only sometimes has failed; so has what went wrong outside of any test. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/**
 * The tally of a runner that wrote its report to `file` and ended well or not. One that ended badly without a failed
 * test to show for it (it crashed, or found nothing to run) counts as one failure.
 */
export function readReport<Report>(file: string, count: (report: Report) => Tally, endedWell: boolean): Tally {
  const tally = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8")) as Report) : nothing;
  return !endedWell && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
