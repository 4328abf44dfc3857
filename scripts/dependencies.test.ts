// What Vouch is built from: pinned to the version, from no address of anybody's, and not below what is known to be safe.
import { readFileSync } from "node:fs";
import { gte, valid } from "semver";
import { expect, test } from "vitest";

type Package = { version?: string; resolved?: string };

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const manifest: Record<"dependencies" | "devDependencies" | "overrides", Record<string, string>> & {
  engines: { node: string };
} = read("package.json");
const locked: Record<string, Package> = read("package-lock.json").packages;

test("every version is pinned exactly, as the lockfile has it", () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(valid(version), name).toBe(version);
    expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test("the lockfile names no registry, and nothing from elsewhere", () => {
  expect(Object.entries(locked).filter(([, { resolved }]) => resolved)).toEqual([]);
});

// Below these are known holes, and one fault of Prisma's pool that matters with row-level security.
test.each([
  ["next", "16.3.3"],
  ["react", "19.2.8"],
  ["react-dom", "19.2.8"],
  ["next-auth", "4.24.15"],
  ["prisma", "7.10.0"],
  ["@prisma/client", "7.10.0"],
  ["@prisma/adapter-pg", "7.10.0"],
])("%s is at least %s, wherever it is installed", (name, floor) => {
  const installed = Object.entries(locked).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(installed.length).toBeGreaterThan(0);
  for (const [path, { version = "" }] of installed) expect(gte(version, floor), `${path} ${version}`).toBe(true);
});

test("Node is at least 20.19", () => {
  expect(manifest.engines.node).toBe(">=20.19");
  expect(gte(process.versions.node, "20.19.0")).toBe(true);
});
