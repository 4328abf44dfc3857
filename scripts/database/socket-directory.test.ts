import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fitsSocket, makeSocketDirectory } from "./socket-directory";

const binaries = { bin: "", major: 18 };

test("a socket's whole path has at most 103 bytes, counted as bytes", () => {
  const room = 103 - "/.s.PGSQL.5432.lock".length;
  expect(fitsSocket(`/${"d".repeat(room - 1)}`)).toBe(true);
  expect(fitsSocket(`/${"d".repeat(room)}`)).toBe(false);
  expect(fitsSocket(`/${"é".repeat(room / 2)}`)).toBe(false);
});

test.each([
  ["short", "its own directory", true],
  ["deep/".repeat(30), "a short one among the temporary files", false],
])("below %s, the socket is in %s, private", (path, _where, beside) => {
  const home = mkdtempSync(join(tmpdir(), "vouch-socket-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const data = join(home, path);
  mkdirSync(data, { recursive: true });
  const directory = makeSocketDirectory({ binaries, directory: join(data, "postgres"), user: undefined });
  onTestFinished(() => rmSync(directory, { recursive: true }));
  expect(directory === join(data, "socket")).toBe(beside);
  expect(fitsSocket(directory)).toBe(true);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
});
