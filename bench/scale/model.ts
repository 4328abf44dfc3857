// How many machines a number of owners take. Arithmetic on measured figures; docs/scale.md says where each comes from.
import { harmonic, shareOfTop } from "./zipf";

export type Figures = {
  /** How many have an account, and what share of them comes on an ordinary day. */
  owners: number;
  activeShare: number;
  /** Bytes of tables and indexes an owner takes. */
  bytesPerOwner: number;
  /** What somebody who comes asks for in a day: pages read and rows written. */
  readsPerDay: number;
  writesPerDay: number;
  /** The busiest hour's requests, as a multiple of the day's mean. */
  peak: number;
  /** Processor time of one request, in milliseconds: of Postgres, and of the application. */
  readMs: number;
  writeMs: number;
  pageMs: number;
  /** Bytes of write-ahead log a write makes. */
  walPerWrite: number;
  /** How unequal use is among owners: Zipf's exponent. */
  exponent: number;
  /** What share of the reads should find their rows in memory. */
  fromMemory: number;
  /** What share of an owner's bytes is read in everyday use. */
  usedShare: number;
};

export type Machine = {
  cores: number;
  memoryGb: number;
  diskGb: number;
  /** Euros a month. */
  price: number;
};

export type Plant = { database: Machine; application: Machine; copies: number; busy: number; full: number };

const [kilo, giga] = [1e3, 1e9];
const daySeconds = 86_400;

/** Each of the four needs a number of machines; the largest decides. `copies`: the primary and its standbys. */
export function size(figures: Figures, { database, application, copies, busy, full }: Plant) {
  const active = figures.owners * figures.activeShare;
  const mostActive =
    active * (figures.readsPerDay + figures.writesPerDay) * shareOfTop(1, figures.owners, figures.exponent);
  const perSecond = (perDay: number) => ((active * perDay) / daySeconds) * figures.peak;
  const [reads, writes] = [perSecond(figures.readsPerDay), perSecond(figures.writesPerDay)];
  const databaseCores = (reads * figures.readMs + writes * figures.writeMs) / kilo / busy;
  const applicationCores = ((reads + writes) * figures.pageMs) / kilo / busy;
  const diskBytes = (figures.owners * figures.bytesPerOwner) / full;
  const hotOwners = ownersForShare(figures.fromMemory, figures.owners, figures.exponent);
  const memoryBytes = hotOwners * figures.bytesPerOwner * figures.usedShare;
  const needed = {
    processor: databaseCores / database.cores,
    disk: diskBytes / giga / database.diskGb,
    memory: memoryBytes / giga / database.memoryGb,
  };
  const [bound, most] = Object.entries(needed).reduce((a, b) => (b[1] > a[1] ? b : a));
  const primaries = Math.max(1, Math.ceil(most));
  const servers = Math.max(2, Math.ceil(applicationCores / application.cores));
  const price = primaries * copies * database.price + servers * application.price;
  return {
    ...{
      mostActive,
      reads,
      writes,
      databaseCores,
      applicationCores,
      diskBytes,
      hotOwners,
      memoryBytes,
      bound,
      primaries,
      servers,
    },
    databases: primaries * copies,
    walPerSecond: writes * figures.walPerWrite,
    price,
    pricePerOwner: price / figures.owners,
  };
}

/** How many of the most active owners have this share of all use. */
export function ownersForShare(share: number, owners: number, exponent: number): number {
  let [low, high] = [1, owners];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (shareOfTop(middle, owners, exponent) < share) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The share of requests that find their owner among the `kept` asked for last (LRU), by Che's approximation: an owner with
 * the share p is there with 1 − e^(−p·t), where t is how long `kept` different ones take to be asked for.
 */
export function keptByLru(kept: number, owners: number, exponent: number): number {
  if (kept >= owners) return 1;
  const total = harmonic(owners, exponent);
  const groups = rankGroups(owners).map(({ from, to }) => {
    const count = to - from + 1;
    return { count, p: (harmonic(to, exponent) - harmonic(from - 1, exponent)) / total / count };
  });
  const sum = (of: (p: number) => number) => groups.reduce((all, { count, p }) => all + count * of(p), 0);
  let [low, high] = [0, 1];
  while (sum((p) => -Math.expm1(-p * high)) < kept) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (sum((p) => -Math.expm1(-p * middle)) < kept) low = middle;
    else high = middle;
  }
  return sum((p) => p * -Math.expm1(-p * high));
}

/** Ranks from 1 to n: alone while they are few, then together with those within one part in two hundred. */
function rankGroups(n: number): { from: number; to: number }[] {
  const groups: { from: number; to: number }[] = [];
  for (let from = 1; from <= n; ) {
    const to = Math.min(n, from + Math.floor(from / 200));
    groups.push({ from, to });
    from = to + 1;
  }
  return groups;
}
