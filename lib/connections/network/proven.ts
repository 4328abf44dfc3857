// The part of the network's picture before anything was recorded, from changes by month.
import type { NetworkPoint } from "./schema";

/** How many more there are by the end of a month, named by a day of it: what came before the months that are drawn, by the first of them. */
export type Change = { month: string; by: number };

const text = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The last days of the months from `since` on that are over before `until` (days). */
export function monthEnds(since: string, until: string): string[] {
  const [year = 0, month = 1] = since.split("-").map(Number);
  const ends: string[] = [];
  for (let next = month; ; next++) {
    const end = text(Date.UTC(year, next, 0));
    if (end >= until) return ends;
    ends.push(end);
  }
}

/** What had come together by each of these ends of months; nothing before anybody was there. */
export function provenPoints(ends: string[], connected: Change[], vouched: Change[]): NetworkPoint[] {
  const by = (changes: Change[], end: string) =>
    changes.reduce((sum, change) => (change.month <= end ? sum + change.by : sum), 0);
  return ends
    .map((day) => ({ day, connected: by(connected, day), vouched: by(vouched, day) }))
    .filter((point, index, all) => point.connected > 0 || (all[index + 1]?.connected ?? 0) > 0);
}
