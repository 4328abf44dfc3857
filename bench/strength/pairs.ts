// Who is whose contact: a pair counts in both directions, each person seeing the other.
import type { Touch } from "./contact-files";

export const day = 86_400;

/** A touch as one of the two sees it; `outbound`: it was this person who began it. */
export type Seen = { at: number; how: Touch["how"]; outbound: boolean };

export type Pair = {
  person: number;
  other: number;
  /** What there was before the cut, oldest first. */
  seen: Seen[];
  /** Whether there was anything, either way, in the window after it. */
  again: boolean;
};

export const pairKey = (person: number, other: number) => `${person} ${other}`;

/** Every pair in touch before `cut`, by pairKey. What happens in the very second of the cut comes after it. */
export function pairsAt(touches: readonly Touch[], cut: number, window: number): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  const see = (person: number, other: number, seen: Seen) => {
    const key = pairKey(person, other);
    const pair = pairs.get(key);
    if (pair) pair.seen.push(seen);
    else pairs.set(key, { person, other, seen: [seen], again: false });
  };
  for (const { at, from, to, how } of touches) {
    if (at < cut) {
      see(from, to, { at, how, outbound: true });
      see(to, from, { at, how, outbound: false });
    }
  }
  for (const { at, from, to } of touches) {
    if (at < cut || at >= cut + window) continue;
    for (const key of [pairKey(from, to), pairKey(to, from)]) {
      const pair = pairs.get(key);
      if (pair) pair.again = true;
    }
  }
  return pairs;
}
