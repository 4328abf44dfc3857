// A file system of a few megabytes, in a name space that only this drill's processes see and that is gone with the last of
// them. Root may have one anywhere, others where the kernel lets people have name spaces of their own.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { stopRequested } from "../command";
import { runsAsRoot } from "../data-directory";
import { Obstacle } from "../say";

/** Runs this very command again where `directory` is that small; answers with its exit code. */
export async function onSmallDisk(directory: string, megabytes: number, env: Record<string, string>): Promise<number> {
  const mount = `mount -t tmpfs -o size=${megabytes}m,mode=0700 none "$1" && shift && exec "$@"`;
  // Only root may mount: who isn't root is so in one name space, and themselves again in another within it.
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  const outer = runsAsRoot ? ["--mount"] : ["--user", "--map-root-user", "--mount"];
  const inner = runsAsRoot ? [] : ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`];
  const within = (command: string[]) => [...outer, "sh", "-c", mount, "sh", directory, ...inner, ...command];
  if (spawnSync("unshare", within(["true"]), { stdio: "ignore" }).status !== 0) {
    throw new Obstacle(
      "drill:disk needs a small disk of its own, which only root may mount here. Run it as root, on Linux.",
    );
  }
  const child = spawn("unshare", within([process.execPath, ...process.execArgv, ...process.argv.slice(1)]), {
    env: { ...process.env, ...env },
    stdio: "inherit",
  });
  stopRequested.addEventListener("abort", () => child.kill("SIGTERM"));
  const [code] = await once(child, "exit");
  return code ?? 1;
}
