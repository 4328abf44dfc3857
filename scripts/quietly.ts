import { spawn } from "node:child_process";
import { stopRequested } from "./command";
import { Obstacle } from "./say";

/** Runs a Node program; its words are shown only if it fails. It is stopped when the command is. */
export async function quietly(failure: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    signal: stopRequested,
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      words += text;
    });
  }
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Obstacle(`${failure}; the reason is above.`, words);
}
