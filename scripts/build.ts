// What is made from the sources before serving: Prisma's client and Next's production build. Each only when needed.
import { createHmac } from "node:crypto";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fingerprint, isCurrent } from "./fingerprint";
import { quietly } from "./quietly";
import { step } from "./say";

const clientStamp = "prisma/generated/.made-from";
const buildStamp = ".next/.made-from";

/** Generates the Prisma client if the schema (or Prisma) has changed. */
export async function generateClient(): Promise<void> {
  const hash = fingerprint(["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
  if (isCurrent(clientStamp, hash)) return;
  await step("Generating the database client", "Database client generated", () =>
    quietly("Generating the database client failed", ["node_modules/prisma/build/index.js", "generate"]),
  );
  writeFileSync(clientStamp, hash);
}

/**
 * Builds for production if anything that goes into the build has changed. `dataDir` may lie inside the project. Within a
 * test, beside a server that runs on the build, that build is kept whatever is edited meanwhile.
 */
export async function buildApp(dataDir: string): Promise<void> {
  if (process.env.VOUCH_TEST_KEEP_BUILD && existsSync(buildStamp)) return;
  const hash = buildHash(dataDir);
  if (isCurrent(buildStamp, hash)) return;
  rmSync(buildStamp, { force: true }); // a build that fails half-way must not pass for this one
  await step("Building the app; this takes a minute or two the first time", "App built", () =>
    quietly("Building the app failed", ["node_modules/next/dist/bin/next", "build"], {
      VOUCH_BUILD: hash.slice(0, 21),
    }),
  );
  writeFileSync(buildStamp, hash);
}

/** What never goes into a build. Everything else counts, so that a directory added later isn't forgotten. */
const besides =
  /^(\..*|node_modules|bench|deploy|docs|e2e|scripts|test-results|playwright-report|[A-Z]+\.md|next-env\.d\.ts|.*\.tsbuildinfo|prisma\/(generated|migrations|sql))$|\.test\.tsx?$/;

/** Of the sources, and of the key that goes into the names of server actions. */
function buildHash(dataDir: string): string {
  const sources = fingerprint(readdirSync(".").sort(), (path) => besides.test(path) || resolve(path) === dataDir);
  const key = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  return key ? createHmac("sha256", key).update(sources).digest("hex") : sources;
}
