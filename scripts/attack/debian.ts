// Debian's packages of tools that attack, installed when they are missing, and run for a limited time.
import { spawn, spawnSync } from "node:child_process";
import { stopRequested } from "../command";
import { runsAsRoot } from "../data-directory";
import { Obstacle, step } from "../say";

/** Makes sure that the program is there and knows these flags. */
export async function provide(name: string, flags: string[]): Promise<void> {
  if (!isThere(name)) {
    if (!runsAsRoot) throw new Obstacle(`${name} isn't installed. Install it: apt-get install ${name}`);
    await step(`Installing ${name}`, `${name} installed`, async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      for (const words of [["update"], ["install", "-y", "--no-install-recommends", name]]) {
        const { status, stderr } = spawnSync("apt-get", words, { env, encoding: "utf8" });
        if (status !== 0) throw new Obstacle(`Installing ${name} failed. Install it by hand.`, stderr ?? "");
      }
    });
  }
  const { stdout = "", stderr = "" } = spawnSync(name, name === "sqlmap" ? ["-hh"] : ["--help"], { encoding: "utf8" });
  const unknown = flags.filter((flag) => !`${stdout}${stderr}`.includes(flag));
  if (unknown.length > 0)
    throw new Obstacle(`This ${name} doesn't know ${unknown.join(", ")}: another version is needed.`);
}

const isThere = (name: string) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;

export const lastWords = (said: string) => said.trimEnd().split("\n").slice(-20).join("\n");

/** Runs it until it ends, or for so long; answers with what it said. Throws an Obstacle where it fails. */
export async function runTool(name: string, args: string[], { minutes, home }: { minutes: number; home: string }) {
  const child = spawn(name, args, {
    env: { ...process.env, HOME: home, PYTHONWARNINGS: "ignore" },
    stdio: ["ignore", "pipe", "pipe"],
    signal: AbortSignal.any([stopRequested, AbortSignal.timeout(Math.ceil(minutes * 60_000))]),
    killSignal: "SIGKILL",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null | undefined>((resolve, reject) => {
    child.once("error", (error) => (error.name === "AbortError" ? resolve(undefined) : reject(error)));
    child.once("close", resolve);
  });
  stopRequested.throwIfAborted();
  if (code !== undefined && code !== 0) {
    throw new Obstacle(`${name} ended with ${code ?? "a signal"}; its last words are above.`, lastWords(said));
  }
  return { said, ended: code !== undefined };
}
