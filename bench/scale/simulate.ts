// What the model assumes of use, drawn request by request: what a cache of owners keeps, and how much more than the others the
// busiest shard has to do.
import { randomFrom, zipf } from "./zipf";

/** The share of `requests` whose owner was among the `kept` asked for last, once as many as that had been asked for. */
export function simulateLru(kept: number, owners: number, exponent: number, requests: number, seed = 1): number {
  const draw = zipf(owners, exponent, randomFrom(seed));
  const cache = new Set<number>(); // in the order of last use
  let [found, counted] = [0, 0];
  for (let nth = 0; nth < requests; nth++) {
    const owner = draw();
    const isThere = cache.delete(owner);
    if (!isThere && cache.size >= kept) {
      cache.delete(cache.values().next().value as number);
    }
    cache.add(owner);
    if (nth < requests / 2) continue; // filling
    counted += 1;
    if (isThere) found += 1;
  }
  return found / counted;
}

/** The busiest shard's requests as a multiple of the mean: owners are dealt out by a hash, as they come. */
export function simulateShards(shards: number, owners: number, exponent: number, requests: number, seed = 1): number {
  const draw = zipf(owners, exponent, randomFrom(seed));
  const load = new Float64Array(shards);
  for (let nth = 0; nth < requests; nth++) {
    const shard = Math.floor(randomFrom(Math.imul(draw(), 0x9e3779b1) + seed)() * shards);
    load[shard] = (load[shard] ?? 0) + 1;
  }
  return (Math.max(...load) * shards) / requests;
}
