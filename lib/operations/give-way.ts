// One process answers pages and does what runs in the background: that steps aside while somebody waits for a page.
import "server-only";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";

/** Who takes longer isn't waiting for a page: a file on its way up or down. */
const longestPageMs = 500;
/** However many pages are asked for, the work goes on. */
const mostMs = 50;
const everyMs = 2;

// One a process: what watches requests and what is asked by them are built apart.
const held = globalThis as { vouchAnswering?: Map<object, number> };
held.vouchAnswering ??= new Map();
const answering = held.vouchAnswering;

/** From now on until `ended` is called somebody waits for this answer. */
export function beginAnswer(response: object): { ended: () => void } {
  answering.set(response, performance.now());
  return { ended: () => answering.delete(response) };
}

/** Between two pieces of work: lets pages go first, for 50 ms at the most. At once where nobody waits. */
export async function giveWay(): Promise<void> {
  const end = performance.now() + mostMs;
  await turn(); // who has just asked is known then
  while (isSomebodyWaiting() && performance.now() < end) await sleep(everyMs);
}

function isSomebodyWaiting(): boolean {
  const earliest = performance.now() - longestPageMs;
  for (const began of answering.values()) if (began > earliest) return true;
  return false;
}
