import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keep, type Run, readRun } from "./results";

const folder = mkdtempSync(join(tmpdir(), "vouch-results-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "run.json");

test("a run is read as it was kept", () => {
  const run = { started: "2026-12-01T16:30:00.000Z", machine: { cores: 2 }, rows: [] } as unknown as Run;
  expect(readRun(keep(run, file))).toEqual(run);
});

test.each(["", "{}", "null", "[1, 2]", '{"rows": []}'])("what no run kept is refused by its name: %j", (text) => {
  writeFileSync(file, text);
  expect(() => readRun(file)).toThrow(`${file} isn't the JSON of a run of npm run bench.`);
});

test("a file that isn't there is refused by its name", () => {
  expect(() => readRun(join(folder, "nowhere.json"))).toThrow("nowhere.json isn't the JSON");
});
