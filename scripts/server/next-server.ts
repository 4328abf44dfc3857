// Next as a process of its own: started, waited for, stopped, and found again if it outlived whoever started it.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stopRequested } from "../command";
import { logFile, writeWhole } from "../data-directory";
import { isAlive, isGone, type ProcessIdentity } from "../process-identity";
import { type Running, spawnLogged, started } from "../running";
import { Obstacle } from "../say";
import type { Settings } from "../settings";
import type { ServerMode } from "./environment";
import { untilHealthy } from "./health";

type Program = Awaited<ReturnType<typeof started>> & { said?: () => string };

const next = "node_modules/next/dist/bin/next";
/** Without a limit V8 lets garbage pile up to a share of the machine's memory; nothing Vouch does needs more than this. */
const heapLimit = "--max-old-space-size=512";
/** Where a build says how it was configured, for servers that have nothing but the build. */
const builtFiles = ".next/required-server-files.json";
const processFile = (dataDir: string) => join(dataDir, "server.json");

/**
 * Starts the server and waits until it answers. In development its words go to the console, else to a log. `flags` are for Node:
 * some it doesn't take from NODE_OPTIONS.
 */
export async function startServer(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  mode: ServerMode,
  flags: string[] = [],
): Promise<Running> {
  const log = logFile(settings.dataDir, "server");
  const args = [
    ...flags,
    next,
    mode === "production" ? "start" : "dev",
    "-H",
    settings.host,
    "-p",
    String(settings.port),
  ];
  const program: Program =
    mode === "production"
      ? await spawnLogged(process.execPath, [heapLimit, ...args], log, { env: { ...env, ...builtConfig() } })
      : await started(spawn(process.execPath, args, { env, detached: true, stdio: ["ignore", "inherit", "inherit"] }));
  const { process: identity, ended, said } = program;
  writeWhole(processFile(settings.dataDir), JSON.stringify(identity));
  const stop = async () => {
    await stopProcess(identity);
    rmSync(processFile(settings.dataDir), { force: true });
  };
  try {
    const outcome = await Promise.race([ended, untilHealthy(settings, stopRequested)]);
    if (outcome === "ok") return { process: identity, ended, stop };
    throw new Obstacle(`The server didn't start (${outcome}).`, said?.());
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The configuration as the build settled it, handed over as in Next's own `output: "standalone"`. Without it every start
 * compiles next.config.ts, and the server keeps the compiler: 75 MB and a fifth of a second.
 */
function builtConfig(): Record<string, string> {
  const { config } = JSON.parse(readFileSync(builtFiles, "utf8")) as { config: object };
  return { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) };
}

/** Stops a server that was left running by a starter that was killed. */
export async function stopLeftoverServer(dataDir: string): Promise<void> {
  const file = processFile(dataDir);
  if (!existsSync(file)) return;
  try {
    await stopProcess(JSON.parse(readFileSync(file, "utf8")) as ProcessIdentity);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error; // torn by a power cut: its process is gone too
  }
  rmSync(file, { force: true });
}

/** How long the server may finish the requests it has: a large download takes its time. */
const finishingMs = 30_000;

async function stopProcess(server: ProcessIdentity): Promise<void> {
  if (!isAlive(server)) return;
  process.kill(server.pid, "SIGTERM");
  if (await isGone(server, finishingMs)) return;
  process.kill(-server.pid, "SIGKILL"); // its whole group: it was started as the leader of one
  await isGone(server, 5_000);
}
