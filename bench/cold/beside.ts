// The same pages at rest and while something long runs in the background, taking turns.
import { setTimeout as sleep } from "node:timers/promises";
import { stopRequested } from "../../scripts/command";

/** Milliseconds of each request. */
export type Beside = { page: string; rest: number[]; busy: number[] };

export type Work = {
  /** What it needs first, and isn't measured. */
  prepare?: () => Promise<void>;
  /** Begins it; answers once it runs. */
  begin: () => Promise<void>;
  isDone: () => Promise<boolean>;
  /** Makes it possible to begin it again. */
  again: () => Promise<void>;
};

/** `paths`, asked for one after the other: as long as the work takes, and about as often before it. */
export async function measureBeside(
  at: (path: string) => URL,
  cookie: string,
  paths: Record<string, string>,
  { prepare, begin, isDone, again }: Work,
  turns: number,
): Promise<{ pages: Beside[]; seconds: number[] }> {
  const pages = Object.keys(paths).map((page) => ({ page, rest: [] as number[], busy: [] as number[] }));
  const round = async (when: "rest" | "busy") => {
    for (const page of pages) {
      stopRequested.throwIfAborted();
      page[when].push(await timed(at(paths[page.page] ?? "/"), cookie));
    }
  };
  for (let warmUp = 0; warmUp < 10; warmUp++) for (const path of Object.values(paths)) await timed(at(path), cookie);
  const seconds: number[] = [];
  let rounds = 30;
  for (let turn = 0; turn < turns; turn++) {
    await prepare?.();
    await soon();
    for (let count = 0; count < rounds; count++) await round("rest");
    const began = performance.now();
    await begin();
    for (rounds = 0; !(await isDone()); rounds++) await round("busy");
    seconds.push((performance.now() - began) / 1000);
    await again();
  }
  return { pages, seconds };
}

/** When what was asked a moment ago has settled. */
export const soon = () => sleep(500);

/** To the last byte. */
async function timed(address: URL, cookie: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(address, { headers: { cookie }, redirect: "error" });
  const text = await response.text();
  const ms = performance.now() - began;
  if (!response.ok || !text.includes("</html>")) throw new Error(`${address.pathname}: ${response.status}`);
  return ms;
}
