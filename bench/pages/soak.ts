// Whether the server's memory stays flat: it is asked for all there is, and looked at each minute.
import { stopRequested } from "../../scripts/command";
import { say } from "../../scripts/say";
import { memoryMb } from "../memory";
import { perSecond } from "./ask";

/** Asks ten at a time for so many minutes. Prints and answers with the megabytes held after each. */
export async function soak(
  pid: number,
  minutes: number,
  work: (nth: number) => Promise<unknown>,
): Promise<(number | null)[]> {
  const held: (number | null)[] = [];
  let nth = 0;
  for (let minute = 1; minute <= minutes; minute++) {
    stopRequested.throwIfAborted();
    const rate = await perSecond(10, 60, () => {
      stopRequested.throwIfAborted();
      return work(nth++);
    });
    const mb = memoryMb(pid, "VmRSS");
    held.push(mb);
    say(`  minute ${minute}: ${mb === null ? "?" : mb.toFixed(0)} MB, ${rate.toFixed(0)} requests/s`);
  }
  return held;
}
