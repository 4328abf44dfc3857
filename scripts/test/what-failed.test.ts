import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { errorsIn, pagesShown } from "./what-failed";

function folder(): string {
  const home = mkdtempSync(join(tmpdir(), "vouch-failed-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  return home;
}

test("a failed journey's page is told from where its own content begins", () => {
  const home = folder();
  mkdirSync(join(home, "members-invited"));
  const page = ["- navigation:", "  - link", "- main:", "  - heading: This link no longer works", "  - link: Sign in"];
  writeFileSync(
    join(home, "members-invited", "error-context.md"),
    ["# Test info", "", "- Name: members.spec.ts >> invited", "# Page snapshot", "", "```yaml", ...page, "```"].join(
      "\n",
    ),
  );
  expect(pagesShown(home, 2)).toEqual([
    "The page of “members.spec.ts >> invited” showed:",
    "- main:",
    "  - heading: This link no longer works",
  ]);
});

test("of the server's log only its last errors", () => {
  const log = join(folder(), "server.log");
  const of = (level: string, n: number) => JSON.stringify({ at: n, level });
  writeFileSync(log, [of("error", 1), of("info", 2), of("error", 3), of("error", 4), ""].join("\n"));
  expect(errorsIn(log, 2)).toEqual([of("error", 3), of("error", 4)]);
});

test("where nothing was kept there is nothing to tell", () => {
  expect(pagesShown(join(folder(), "none"))).toEqual([]);
  expect(errorsIn(join(folder(), "none"))).toEqual([]);
});
