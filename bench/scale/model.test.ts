import { describe, expect, test } from "vitest";
import { type Figures, keptByLru, ownersForShare, type Plant, size } from "./model";
import { simulateLru, simulateShards } from "./simulate";
import { harmonic, randomFrom, shareOfTop, zipf } from "./zipf";

const added = (n: number, s: number) => Array.from({ length: n }, (_, k) => (k + 1) ** -s).reduce((a, b) => a + b);

describe("Zipf", () => {
  test.each([0.6, 1, 1.3])("the sum of ranks for the exponent %f is what adding them up gives", (s) => {
    for (const n of [1, 7, 1_000, 1_001, 50_000]) expect(harmonic(n, s)).toBeCloseTo(added(n, s), 9);
  });

  test.each([0.6, 1, 1.3])("with the exponent %f ranks are drawn as often as they should be", (s) => {
    const [n, draws] = [50, 50_000];
    const draw = zipf(n, s, randomFrom(7));
    const drawn = new Array<number>(n + 1).fill(0);
    for (let nth = 0; nth < draws; nth++) {
      const rank = draw();
      drawn[rank] = (drawn[rank] ?? 0) + 1;
    }
    expect(drawn[0]).toBe(0);
    for (let rank = 1; rank <= n; rank++) {
      const expected = (rank ** -s / added(n, s)) * draws;
      expect(Math.abs((drawn[rank] ?? 0) - expected)).toBeLessThan(5 * Math.sqrt(expected)); // five standard deviations
    }
  });

  test("how many of the most active have a share is the fewest that do", () => {
    const owners = ownersForShare(0.8, 1_000_000, 1);
    expect(shareOfTop(owners, 1_000_000, 1)).toBeGreaterThanOrEqual(0.8);
    expect(shareOfTop(owners - 1, 1_000_000, 1)).toBeLessThan(0.8);
  });
});

describe("a cache of owners", () => {
  test.each([0.8, 1, 1.2])("keeps with the exponent %f what the formula says", (s) => {
    for (const kept of [100, 1_000]) {
      expect(Math.abs(keptByLru(kept, 5_000, s) - simulateLru(kept, 5_000, s, 60_000))).toBeLessThan(0.02);
    }
  });

  test("that has room for all keeps all", () => expect(keptByLru(20, 20, 1)).toBe(1));

  test("never keeps more than the most active would have", () => {
    expect(keptByLru(1_000, 1e8, 1)).toBeLessThan(shareOfTop(1_000, 1e8, 1));
  });
});

test("the busiest of shards has at least the mean, and the most active owner's", () => {
  expect(simulateShards(1, 1_000, 1, 10_000)).toBe(1);
  const most = simulateShards(64, 10_000, 1, 100_000);
  expect(most).toBeGreaterThan(shareOfTop(1, 10_000, 1) * 64 * 0.95);
});

const figures: Figures = {
  ...{ owners: 1_000_000, activeShare: 0.1, bytesPerOwner: 3e6, readsPerDay: 86.4, writesPerDay: 8.64, peak: 2 },
  ...{ readMs: 10, writeMs: 20, pageMs: 50, walPerWrite: 10_000, exponent: 1, fromMemory: 0.5, usedShare: 0.5 },
};
const plant: Plant = {
  database: { cores: 16, memoryGb: 128, diskGb: 2_000, price: 300 },
  application: { cores: 8, memoryGb: 16, diskGb: 50, price: 50 },
  ...{ copies: 2, busy: 0.5, full: 0.75 },
};

test("machines and money follow from the figures", () => {
  const sized = size(figures, plant);
  // 100,000 who come × 86.4 pages ÷ 86,400 s × 2
  expect(sized.reads).toBeCloseTo(200);
  expect(sized.writes).toBeCloseTo(20);
  expect(sized.databaseCores).toBeCloseTo((200 * 0.01 + 20 * 0.02) / 0.5);
  expect(sized.applicationCores).toBeCloseTo((220 * 0.05) / 0.5);
  expect(sized.diskBytes).toBeCloseTo(4e12);
  expect(sized).toMatchObject({ bound: "disk", primaries: 2, databases: 4, servers: 3 });
  expect(sized.price).toBe(4 * 300 + 3 * 50);
  expect(sized.walPerSecond).toBeCloseTo(200_000);
});

test("a hundred times as many owners take about a hundred times as much", () => {
  const [one, hundred] = [size(figures, plant), size({ ...figures, owners: 1e8 }, plant)];
  expect(hundred.price / one.price).toBeGreaterThan(70);
  expect(hundred.price / one.price).toBeLessThan(130);
});
