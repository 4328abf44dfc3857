import { expect, test } from "vitest";
import { cells, compare, missed, type PageRow } from "./figures";

const page = (median: number, more: Partial<PageRow> = {}): PageRow => ({
  ...{ work: "Today", data: "100,000 contacts", time: { median, p95: median, samples: 9 } },
  ...{ bytes: 2048, perSecond: 100, peakMb: 300, paintMs: 200, script: 1024, ...more },
});
const floor = page(4, { work: "floor", data: "" });
const missedBy = (row: PageRow, smallest = row) => missed(row, compare(row, floor, smallest));

test("a page within all its targets misses none", () => {
  expect(missedBy(page(12), page(10))).toEqual([]);
});

test.each([
  ["median", "floor", page(26)],
  ["p95", page(10, { time: { median: 10, p95: 21, samples: 9 } })],
  ["floor", page(12.1)],
  ["paint", page(10, { paintMs: 501 })],
  ["rate", page(10, { perSecond: 49 })],
  ["memory", page(10, { peakMb: 501 })],
])("what is over its target is named: %s", (...named) => {
  const row = named.pop() as PageRow;
  expect(missedBy(row)).toEqual(named);
});

test("growth is judged against the same page of the smallest owner", () => {
  expect(missedBy(page(12), page(9))).toEqual(["growth"]);
});

test("requests a second are judged only where a page is asked for all day", () => {
  expect(missedBy(page(10, { work: "queue", perSecond: 10 }))).toEqual([]);
});

test("the figure of the run before stands beside each in brackets, where there is one", () => {
  const row = page(12);
  const before = page(14, { bytes: 4096, peakMb: null, paintMs: 250 });
  expect(cells(row, compare(row, floor, row), before)).toEqual([
    ...["Today", "100,000 contacts", "12.00 ms (14.00 ms)", "12.00 ms (14.00 ms)", "3.00", "1.00"],
    ...["2.0 kB (4.0 kB)", "1.0 kB (1.0 kB)", "200 ms (250 ms)", "100 (100)", "1.00", "300 MB", ""],
  ]);
});
