// What S is compared with: three plain measures and the scores of two products, as far as their published descriptions
// go. docs/strength.md gives the sources and says where a description leaves room. Only the order matters here.
import { day, type Seen } from "./pairs";

/** From what one person has seen of another, oldest first and never empty, to a number at `now` (seconds). */
export type Formula = (seen: readonly Seen[], now: number) => number;

const newest = (seen: readonly Seen[]) => seen.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
const daysSince = (at: number, now: number) => Math.floor((now - at) / day);

export const recency: Formula = (seen) => newest(seen);
export const count: Formula = (seen) => seen.length;
export const distinctDays: Formula = (seen) => new Set(seen.map(({ at }) => Math.floor(at / day))).size;

/** Halves go to the even neighbour, as in Python, which PingCRM is written in. */
function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}

/**
 * PingCRM, 0 to 10: reciprocity to 4, recency to 3, frequency to 2, breadth to 1. Its bonus for a year and more of
 * history can't be earned within the days measured here. A call goes the way of who called; calls and texts are two
 * channels.
 */
export const pingCrm: Formula = (seen, now) => {
  const inbound = seen.filter(({ outbound }) => !outbound);
  const [fewer = 0, more = 0] = [inbound.length, seen.length - inbound.length].sort((a, b) => a - b);
  const reciprocity = roundHalfToEven((4 * fewer) / more);

  // Who never wrote back earns half.
  const since = daysSince(newest(inbound.length > 0 ? inbound : seen), now);
  const fresh = since <= 7 ? 3 : since <= 30 ? 2 : since <= 90 ? 1 : 0;
  const recent = inbound.length > 0 ? fresh : roundHalfToEven(fresh / 2);

  const weighted = seen
    .map(({ at }) => (now - at <= 30 * day ? 1 : now - at <= 90 * day ? 0.3 : 0.1))
    .reduce((sum, weight) => sum + weight, 0);
  const frequency = weighted >= 8 ? 2 : weighted >= 3 ? 1 : 0;

  const channels = new Set(seen.map(({ how }) => how === "message")).size;
  return reciprocity + recent + frequency + (channels > 1 ? 1 : 0);
};

/**
 * DotAlign, 1 to 100: a point, three for each event, one for each answered e-mail, at most 100; of that, three quarters
 * fade over two years since they were last in touch both ways, a quarter over six. An answered call counts as an event,
 * a missed one as nothing.
 */
export const dotAlign: Formula = (seen, now) => {
  const events = seen.filter(({ how }) => how === "call");
  const messages = seen.filter(({ how }) => how === "message");
  const sent = messages.filter(({ outbound }) => outbound);
  const received = messages.filter(({ outbound }) => !outbound);
  const points = 1 + 3 * events.length + Math.min(sent.length, received.length);
  const last = Math.max(newest(events), Math.min(newest(sent), newest(received)));
  const faded = (years: number) => Math.min(1, (now - last) / (years * 365 * day));
  return Math.max(1, Math.min(100, points) * (1 - (0.75 * faded(2) + 0.25 * faded(6))));
};
