// What the test runners report: counted, and what failed by name.
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** `failures`: a line for each that is known by name, with the first thing it says. */
export type Tally = { passed: number; failed: number; failures: string[] };

export const nothing: Tally = { passed: 0, failed: 0, failures: [] };

export const onePassed: Tally = { ...nothing, passed: 1 };

export const oneFailed = (failure: string): Tally => ({ passed: 0, failed: 1, failures: [failure] });

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, failures: [...a.failures, ...b.failures] };
}

const inOneLine = (where: string, name: string, message = ""): string => {
  const [first = ""] = stripVTControlCharacters(message).split("\n", 1);
  return `${where}: ${[name, first].filter(Boolean).join(": ")}`;
};

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

/** A file that couldn't even be loaded has no test to fail: it counts as one. */
export function countVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Tally {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => inOneLine(relative("", name), fullName, failureMessages?.[0])),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    failures: [...tests, ...broken.map(({ name, message }) => inOneLine(relative("", name), "not loaded", message))],
  };
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: {
    file: string;
    line: number;
    title: string;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
};

/** A test that passes only sometimes has failed; so has what went wrong outside of any test. */
export function countPlaywright({ stats, errors, suites }: PlaywrightReport): Tally {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [
      ...suites.flatMap(failedJourneys),
      ...errors.map(({ message }) => inOneLine("e2e", "outside of any test", message)),
    ],
  };
}

function failedJourneys({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) =>
        inOneLine(`e2e/${file}:${line}`, title, results.find(({ error }) => error)?.error?.message),
      ),
  );
  return [...own, ...suites.flatMap(failedJourneys)];
}

/**
 * The tally of a runner that wrote its report to `file` and ended well or not. One that ended badly without a failed
 * test to show for it (it crashed, or found nothing to run) counts as one failure.
 */
export function readReport<Report>(file: string, count: (report: Report) => Tally, endedWell: boolean): Tally {
  const tally = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8")) as Report) : nothing;
  return !endedWell && tally.failed === 0 ? add(tally, oneFailed("The runner ended badly.")) : tally;
}
