// How much memory a process holds. On Linux; elsewhere it can't be seen from outside.
import { readFileSync, writeFileSync } from "node:fs";

/** Megabytes now (VmRSS) or at the most since it started or `forgetPeak` (VmHWM); null where that can't be seen. */
export function memoryMb(pid: number, what: "VmRSS" | "VmHWM"): number | null {
  try {
    const kilobytes = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes ? Number(kilobytes) / 1024 : null;
  } catch {
    return null;
  }
}

/** From now on its highest memory is that of what follows. */
export function forgetPeak(pid: number) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // then the peak is that of the whole run, which is no less
  }
}
