const free = 5;
const longestMs = 15 * 60_000;

/**
 * How long an account must wait after `failures` wrong passwords in a row: nothing for the first five, then one second,
 * doubling to a quarter of an hour. Never for ever: a stranger can't lock an owner out.
 */
export function waitAfter(failures: number): number {
  return failures < free ? 0 : Math.min(1_000 * 2 ** (failures - free), longestMs);
}

/** Milliseconds still to wait. */
export function waitLeft(failures: number, lastAt: Date, now: Date): number {
  return Math.max(0, lastAt.getTime() + waitAfter(failures) - now.getTime());
}
