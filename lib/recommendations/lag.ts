import { daysAfter, daysBetween } from "@/lib/dates/format";
import type { Direction } from "./words";

/** The days (ISO) on which recommendations between two people were published, each way. */
export type Published = Record<Direction, string[]>;

/** `days` between a given and a received recommendation, and whose came first; on one day, neither's. */
export type Lag = { days: number; first: Direction | null };

/** One published on a day so near to the other one, of the day `on`; from `waitUntil` on it wouldn't be. */
export type Swap = { on: string; days: number; waitUntil: string };

export const opposite = { GIVEN: "RECEIVED", RECEIVED: "GIVEN" } as const satisfies Record<Direction, Direction>;

/** Between the given and the received one that are nearest to each other; null where there is none one way. */
export function lagOf({ GIVEN: given, RECEIVED: received }: Published): Lag | null {
  let nearest: number | null = null;
  for (const mine of given) {
    for (const theirs of received) {
      const days = daysBetween(mine, theirs);
      if (nearest === null || Math.abs(days) < Math.abs(nearest)) nearest = days;
    }
  }
  if (nearest === null) return null;
  return { days: Math.abs(nearest), first: nearest === 0 ? null : nearest > 0 ? "GIVEN" : "RECEIVED" };
}

/**
 * What publishing one on `day` would look like beside the `others`, those the other way: null where none of them is
 * nearer than `gapDays`.
 */
export function swapOn(day: string, others: readonly string[], gapDays: number): Swap | null {
  const near = (other: string, to: string) => Math.abs(daysBetween(other, to)) < gapDays;
  const [on] = others
    .filter((other) => near(other, day))
    .sort((a, b) => Math.abs(daysBetween(a, day)) - Math.abs(daysBetween(b, day)));
  if (!on) return null;
  let waitUntil = day;
  for (const other of [...others].sort()) if (near(other, waitUntil)) waitUntil = daysAfter(other, gapDays);
  return { on, days: Math.abs(daysBetween(on, day)), waitUntil };
}
