// The build that is served, on a second server to which its manifest names no proxy.ts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "../../scripts/free-port";
import { expect } from "../fixtures";

export async function startWithoutProxy(): Promise<{ address: string; stop: () => Promise<void> }> {
  const project = mkdtempSync(join(tmpdir(), "vouch-without-proxy-"));
  const link = (from: string, into: string, except: string[]) => {
    mkdirSync(into, { recursive: true });
    for (const name of readdirSync(from))
      if (!except.includes(name)) symlinkSync(resolve(from, name), join(into, name));
  };
  link(".", project, [".next", ".git", "test-results"]);
  link(".next", join(project, ".next"), ["server"]);
  const manifest = "functions-config-manifest.json";
  // Nor does it take jobs, which a journey beside this one waits for.
  link(".next/server", join(project, ".next/server"), [manifest, "instrumentation.js"]);
  const { functions, ...rest } = JSON.parse(readFileSync(join(".next/server", manifest), "utf8"));
  const { "/_middleware": proxy, ...others } = functions;
  expect(proxy, "the build's proxy.ts").toBeTruthy();
  writeFileSync(join(project, ".next/server", manifest), JSON.stringify({ ...rest, functions: others }));

  const port = String(await freePort());
  const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", port], {
    cwd: project,
    env: { ...JSON.parse(process.env.E2E_SERVER_ENV ?? "{}"), PORT: port, DATABASE_POOL: "3" },
    stdio: "ignore",
  });
  const address = `http://127.0.0.1:${port}`;
  await expect(async () => expect((await fetch(`${address}/api/health`)).status).toBe(200)).toPass();
  const stop = async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
    rmSync(project, { recursive: true, force: true });
  };
  return { address, stop };
}
