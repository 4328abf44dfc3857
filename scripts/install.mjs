// What every command does first: plain JavaScript without a dependency, since none may be installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "node_modules", ".vouch-lock");
const oldestNode = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  refuse(`Vouch needs Node ${oldestNode.join(".")} or newer, and this is Node ${process.versions.node}.`);
}

/** What node_modules should hold: the lockfile, for this machine's kind. */
function wanted() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(`${process.platform} ${process.arch} `).update(lock).digest("hex");
}

function install() {
  const hash = wanted();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  const started = Date.now();
  const args = ["install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // The npm that runs this script, where one does: another one may be first on the path.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const done = spawnSync(command, [...first, ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && command === "npm",
  });
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}`);
    refuse(
      `Installing the dependencies failed${done.error ? ` (${done.error.message})` : ""}: npm's own words are above.`,
    );
  }
  writeFileSync(stamp, hash);
  console.log(`✓ Dependencies installed (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function refuse(sentence) {
  console.error(`✗ ${sentence}`);
  process.exit(1);
}

/** Makes sure that dependencies are installed, then runs one of our TypeScript files in this same process. */
export async function run(file) {
  checkNode();
  process.chdir(root);
  install();
  const { register } = await import("tsx/esm/api");
  register();
  await import(new URL(file, import.meta.url).href);
}
