// Once when the server starts, and once a day from then on. Several servers may each ask: sweeping twice does no harm.
import "server-only";
import { sendJob } from "@/lib/jobs";
import { log } from "@/lib/log";

const everyMs = 24 * 3_600_000;
const againMs = 60_000;

// One a process, also when `next dev` loads this module anew.
const held = globalThis as { vouchSweepClock?: NodeJS.Timeout };

export function startSweepClock(): void {
  if (!held.vouchSweepClock) void ask();
}

async function ask(): Promise<void> {
  const next = (ms: number) => {
    held.vouchSweepClock = setTimeout(() => void ask(), ms).unref();
  };
  next(everyMs);
  try {
    await sendJob("sweep", {});
  } catch (error) {
    clearTimeout(held.vouchSweepClock);
    next(againMs); // the database is away
    log.error("sweep.clock", error);
  }
}
