// Held against every journey: the server connects to nothing but its database, the mail server and the
// OpenID Connect provider its settings name.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const watcher = pathToFileURL(join(import.meta.dirname, "watch-outbound.mjs")).href;

/** The server's environment, with a watcher that writes to `log` whatever would leave this machine. */
export function watchOutbound(env: NodeJS.ProcessEnv, log: string): NodeJS.ProcessEnv {
  return { ...env, VOUCH_TEST_OUTBOUND: log, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} --import ${watcher}`.trim() };
}

/** What left, each once; nothing where all stayed. A log without a watcher proves nothing and is told as such. */
export function outboundIn(log: string): string[] {
  const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean) : [];
  const left = lines.filter((line) => !line.startsWith("watching "));
  return left.length < lines.length ? [...new Set(left)] : ["nobody was watching"];
}
