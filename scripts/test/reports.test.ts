import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { countPlaywright, countVitest, readReport } from "./reports";

const home = resolve("");

test("a test file that doesn't load counts as one failure", () => {
  const passed = { status: "passed", fullName: "counts" };
  const failed = { status: "failed", fullName: "adds up", failureMessages: ["expected 3 to be 4\n  at sum"] };
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { name: `${home}/lib/a.test.ts`, status: "passed", assertionResults: [passed, passed, passed] },
      { name: `${home}/lib/b.test.ts`, status: "failed", assertionResults: [failed] },
      { name: `${home}/lib/c.test.ts`, status: "failed", message: "no such module", assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({
    passed: 3,
    failed: 2,
    failures: ["lib/b.test.ts: adds up: expected 3 to be 4", "lib/c.test.ts: not loaded: no such module"],
  });
});

test("a journey that passes only sometimes has failed, as has trouble outside of any journey", () => {
  const journey = (title: string, status: string, message?: string) => ({
    ...{ file: "log.spec.ts", line: 7, title },
    tests: [{ status, results: [{ error: message ? { message } : undefined }, {}] }],
  });
  expect(
    countPlaywright({
      stats: { expected: 5, unexpected: 1, flaky: 1 },
      errors: [{ message: "no browser" }],
      suites: [
        {
          specs: [
            journey("saved", "unexpected", "\u001b[2mnot\u001b[22m visible\nLocator"),
            journey("read", "expected"),
          ],
          suites: [{ specs: [journey("undone", "flaky", "too late")] }],
        },
      ],
    }),
  ).toEqual({
    passed: 5,
    failed: 3,
    failures: [
      "e2e/log.spec.ts:7: saved: not visible",
      "e2e/log.spec.ts:7: undone: too late",
      "e2e: outside of any test: no browser",
    ],
  });
});

test("a runner that ends badly counts as one failure, report or not", () => {
  const home = mkdtempSync(join(tmpdir(), "vouch-reports-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const file = join(home, "report.json");
  expect(readReport(file, countPlaywright, false)).toMatchObject({ passed: 0, failed: 1 });
  writeFileSync(file, JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0 }, errors: [], suites: [] }));
  expect(readReport(file, countPlaywright, false)).toMatchObject({ passed: 2, failed: 1 });
  expect(readReport(file, countPlaywright, true)).toEqual({ passed: 2, failed: 0, failures: [] });
});
