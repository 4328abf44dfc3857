import { execFileSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import type { Client } from "pg";

const settings = [
  ...["shared_buffers", "work_mem", "max_wal_size", "random_page_cost", "jit"],
  ...["fsync", "synchronous_commit", "full_page_writes", "data_checksums"],
];

export type Machine = {
  cores: number;
  processor: string;
  memoryGb: number;
  node: string;
  postgres: string;
  settings: Record<string, string>;
  commit: string;
};

/** Where and with what the figures were measured. */
export async function describeMachine(client: Client): Promise<Machine> {
  const { rows } = await client.query<{ name: string; value: string }>(
    "select name, current_setting(name) as value from unnest($1::text[]) as name",
    [["server_version", ...settings]],
  );
  const { server_version: postgres = "", ...others } = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres,
    settings: others,
    commit: commit(),
  };
}

/** How busy the machine is, over the last minute. */
export const load = () => (loadavg()[0] ?? 0).toFixed(1);

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no").trim() !== "";
    return `${git("rev-parse", "--short", "HEAD").trim()}${changed ? " with changes" : ""}`;
  } catch {
    return "unknown"; // a copy without its history
  }
}
