import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import type { Jobs } from "@/lib/jobs";

/** A background job in a process of its own, which can be killed as a server can. */
export function startJob(name: Exclude<keyof Jobs, "digest">, owner: string, id: string) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "lib/testing/job-process.ts", name, owner, id],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const ended = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  return { kill };
}
