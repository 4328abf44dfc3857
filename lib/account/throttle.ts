/** How many tries may fail without a wait, and how long the wait then grows at most. */
export type Patience = { free: number; longestMs: number };

/** Somebody's password is guessed at … */
export const withAccount: Patience = { free: 5, longestMs: 15 * 60_000 };
/** … or, from one place, everybody's. A whole office may share an address, so it has more of them. */
export const withAddress: Patience = { free: 50, longestMs: 5 * 60_000 };

/** What failed longer ago than this is forgotten. */
export const rememberMs = 24 * 3_600_000;

/**
 * How long to wait after `failures` failed tries in a row: nothing for the first few, then one second, doubling up to
 * the longest. Never for ever: a stranger can't lock an owner out.
 */
export function waitAfter(failures: number, { free, longestMs }: Patience): number {
  return failures < free ? 0 : Math.min(1_000 * 2 ** (failures - free), longestMs);
}

/** Milliseconds still to wait. */
export function waitLeft(failures: number, lastAt: Date, now: Date, patience: Patience): number {
  return Math.max(0, lastAt.getTime() + waitAfter(failures, patience) - now.getTime());
}
