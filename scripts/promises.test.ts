// docs/security.md names, for each line, what holds it: those files and titles exist.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const tests = ["app", "components", "e2e", "lib", "prisma", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(test|spec)\.ts$/.test(name))
    .map((name) => join(folder, name)),
);

/** The third column: files, and the titles of tests in "…" or _…_, in which … stands for what was left out. */
const rows = readFileSync("docs/security.md", "utf8")
  .split("\n")
  .map((line, index) => ({ number: index + 1, cells: line.split("|").map((cell) => cell.trim()) }))
  .filter(({ cells: [, what = "-", , held] }) => held && !/^-+$/.test(what) && what !== "what" && what !== "who")
  .map(({ number, cells: [, what = "", , held = ""] }) => ({ what: `line ${number}: ${what}`, held }));

/** A file by its path, or by its name alone where a line before has named its folder. */
const isThere = (path: string) =>
  path.includes("/") ? existsSync(path) : tests.some((file) => file.endsWith(`/${path}`));

function isTitled(title: string, source: string): boolean {
  const parts = title.split(/…|%s/).map((part) => part.replace(/^[ ,;:]+|[ ,;:]+$/g, ""));
  let at = 0;
  return parts.every((part) => {
    const found = source.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

test.each(rows)("$what", ({ held }) => {
  const paths = held.match(/[\w./-]+\.(test|spec)\.ts|\b(app|components|e2e|lib|prisma|scripts)\/[\w./-]+\.\w+/g) ?? [];
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
  const whole = paths.every((path) => path.includes("/")) && paths.some((path) => /\.(test|spec)\.ts$/.test(path));
  const sources = (whole ? paths : tests).map((path) => readFileSync(path, "utf8"));
  const titles = [...held.matchAll(/"([^"]+)"|(?<![\w`])_([^_]+)_(?!\w)/g)].map(([, one, other]) => one ?? other ?? "");
  expect(titles.filter((title) => !sources.some((source) => isTitled(title, source)))).toEqual([]);
});

test("there are lines to look at", () => {
  expect(rows.length).toBeGreaterThan(100);
});
