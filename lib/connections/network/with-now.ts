import type { NetworkHistory, NetworkPoint } from "./schema";

const dayMs = 86_400_000;
/** Weeks begin on Mondays; the first of January 1970 was a Thursday. */
const weekOf = (day: string) => Math.floor((Date.parse(day) / dayMs + 3) / 7);
const sameSpan = (one: string, other: string) => one.slice(0, 7) === other.slice(0, 7) && weekOf(one) === weekOf(other);

/** With how it is now as the record of its week (and month), which what was recorded before in them gives way to. */
export function withNow(history: NetworkHistory, now: NetworkPoint): NetworkHistory {
  return { ...history, recorded: [...history.recorded.filter(({ day }) => !sameSpan(day, now.day)), now] };
}
