// How long something takes: on the clock, and as processor time of Node and of Postgres, which other work on the machine
// doesn't lengthen.
import { readFileSync, writeFileSync } from "node:fs";
import type { Client } from "pg";

/** In seconds. `postgres` and `peakMb` (the most memory Node held meanwhile) are null where that can't be seen. */
export type Time = { what: string; wall: number; node: number; postgres: number | null; peakMb: number | null };

/** `timed` runs one thing after the other and adds what it took to `times`. */
export function stopwatch(admin: Client) {
  const times: Time[] = [];
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const { rows } = await admin.query<{ pid: number }>(
      "select pid from pg_stat_activity where usename <> current_user and datname = current_database()",
    );
    const pids = rows.map(({ pid }) => pid);
    forgetPeak();
    const before = { wall: performance.now(), node: process.cpuUsage(), postgres: processorSeconds(pids) };
    const result = await work();
    const { user, system } = process.cpuUsage(before.node);
    const after = processorSeconds(pids);
    times.push({
      what,
      wall: (performance.now() - before.wall) / 1000,
      node: (user + system) / 1e6,
      postgres: after !== null && before.postgres !== null ? after - before.postgres : null,
      peakMb: peakMb(),
    });
    return result;
  };
  return { times, timed };
}

/** Seconds of processor time that these processes have taken; null where that can't be seen. */
export function processorSeconds(pids: number[]): number | null {
  try {
    return pids.reduce((sum, pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      return sum + (Number(fields[11]) + Number(fields[12])) / 100;
    }, 0);
  } catch {
    return null;
  }
}

/** From now on the peak is that of what follows. */
function forgetPeak() {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // then the peak is that of the whole run, which is no less
  }
}

function peakMb(): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
  } catch {
    return null;
  }
}
