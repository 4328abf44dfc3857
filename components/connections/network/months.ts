import type { NetworkHistory, NetworkPoint } from "@/lib/connections/network/schema";

/** The last point of each month, the latest first; where a month was counted, what was counted. */
export function byMonth({ proven, recorded }: NetworkHistory): (NetworkPoint & { isRecorded: boolean })[] {
  const months = new Map<string, NetworkPoint & { isRecorded: boolean }>();
  const keep = (points: NetworkPoint[], isRecorded: boolean) => {
    for (const point of points) months.set(point.day.slice(0, 7), { ...point, isRecorded });
  };
  keep(proven, false);
  keep(recorded, true);
  return [...months.values()].sort((a, b) => b.day.localeCompare(a.day));
}
