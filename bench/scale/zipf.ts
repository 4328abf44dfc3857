// Use as it is among many people: the k-th most active is active in proportion to k to the power of minus s.

/** The sum of k^-s for k from 1 to n: exactly for the first thousand, by Euler and Maclaurin beyond. */
export function harmonic(n: number, s: number): number {
  const exact = Math.min(n, 1_000);
  let sum = 0;
  for (let k = exact; k >= 1; k--) sum += k ** -s;
  if (n <= exact) return sum;
  const integral = s === 1 ? Math.log(n / exact) : (n ** (1 - s) - exact ** (1 - s)) / (1 - s);
  return sum + integral + (n ** -s - exact ** -s) / 2 + (s * (exact ** (-s - 1) - n ** (-s - 1))) / 12;
}

/** What share of all use the `k` most active of `n` have. */
export const shareOfTop = (k: number, n: number, s: number): number => harmonic(Math.min(k, n), s) / harmonic(n, s);

/**
 * Draws ranks from 1 to n by rejection-inversion (Hörmann and Derflinger, 1996, as in Apache Commons): no table, so n may be
 * any size. `random` gives numbers from 0 to below 1.
 */
export function zipf(n: number, s: number, random: () => number = Math.random): () => number {
  const area = (x: number) => (s === 1 ? Math.log(x) : (x ** (1 - s) - 1) / (1 - s));
  const inverse = (y: number) => (s === 1 ? Math.exp(y) : (1 + y * (1 - s)) ** (1 / (1 - s)));
  const [from, to] = [area(1.5) - 1, area(n + 0.5)];
  const close = 2 - inverse(area(2.5) - 2 ** -s);
  return () => {
    for (;;) {
      const y = to + random() * (from - to);
      const x = inverse(y);
      const k = Math.min(n, Math.max(1, Math.round(x)));
      if (k - x <= close || y >= area(k + 0.5) - k ** -s) return k;
    }
  };
}

/** The same numbers from 0 to below 1 for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
