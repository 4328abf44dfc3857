import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./fingerprint";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "vouch-fingerprint-"));
  mkdirSync(join(home, "app"));
  writeFileSync(join(home, "app", "page.tsx"), "one");
});
afterEach(() => rmSync(home, { recursive: true }));

test("the same sources have the same fingerprint; changed, renamed and new ones another", () => {
  const before = fingerprint([home]);
  expect(fingerprint([home])).toBe(before);
  writeFileSync(join(home, "app", "page.tsx"), "two");
  const changed = fingerprint([home]);
  renameSync(join(home, "app", "page.tsx"), join(home, "app", "layout.tsx"));
  const renamed = fingerprint([home]);
  writeFileSync(join(home, "app", "page.tsx"), "");
  expect(new Set([before, changed, renamed, fingerprint([home])]).size).toBe(4);
});

test("what is skipped doesn't count, nor is it looked into", () => {
  const before = fingerprint([home]);
  mkdirSync(join(home, "data"));
  writeFileSync(join(home, "data", "row"), "private");
  expect(fingerprint([home], (path) => path.endsWith("data"))).toBe(before);
});
