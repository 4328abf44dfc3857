import { spawn } from "node:child_process";
import { stopRequested } from "../command";

/** Runs a Node program that speaks to the console for itself; answers whether it ended well. */
export async function runProgram(args: string[], env: Record<string, string> = {}): Promise<boolean> {
  // The tests have databases of their own, whatever a shell is set to.
  const { DATABASE_URL: _admin, APP_DATABASE_URL: _app, ...others } = process.env;
  const child = spawn(process.execPath, args, {
    env: { ...others, ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }), NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "inherit", "inherit"],
    signal: stopRequested,
  });
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  return code === 0;
}
