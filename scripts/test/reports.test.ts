import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { countPlaywright, countVitest, readReport } from "./reports";

test("a test file that doesn't load counts as one failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: "passed", assertionResults: [{}, {}, {}] },
      { status: "failed", assertionResults: [{}] },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
});

test("a journey that passes only sometimes has failed, as has trouble outside of any journey", () => {
  expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] })).toEqual({
    passed: 5,
    failed: 3,
  });
});

test("a runner that ends badly counts as one failure, report or not", () => {
  const home = mkdtempSync(join(tmpdir(), "vouch-reports-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const file = join(home, "report.json");
  expect(readReport(file, countPlaywright, false)).toEqual({ passed: 0, failed: 1 });
  writeFileSync(file, JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0 }, errors: [] }));
  expect(readReport(file, countPlaywright, false)).toEqual({ passed: 2, failed: 1 });
  expect(readReport(file, countPlaywright, true)).toEqual({ passed: 2, failed: 0 });
});
