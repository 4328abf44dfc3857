import { expect, test } from "vitest";
import { cells, type Row, ratio, reached, summarise } from "./figures";

test("the median is the middle, of an even number the mean of the middle two; p95 leaves one in twenty above", () => {
  expect(summarise([5, 1, 3])).toEqual({ median: 3, p95: 5, samples: 3 });
  expect(summarise([4, 1, 3, 2])).toMatchObject({ median: 2.5 });
  expect(summarise(Array.from({ length: 100 }, (_, place) => 100 - place))).toMatchObject({ median: 50.5, p95: 95 });
  expect(summarise([])).toMatchObject({ median: Number.NaN, samples: 0 });
});

const row = (median: number, rest: Partial<Row> = {}): Row => ({ work: "w", data: "d", unit: "ms", median, ...rest });

test("a target on the line is reached", () => {
  expect(reached(row(2, { target: { atMost: 2 } }))).toBe(true);
  expect(reached(row(2.01, { target: { atMost: 2 } }))).toBe(false);
  expect(reached(row(999, { target: { atLeast: 1_000 } }))).toBe(false);
  expect(reached(row(1))).toBeUndefined();
});

test("a ratio is of medians", () => {
  const times = ratio("slower", "d", row(3_000), row(2), { atLeast: 1_000 });
  expect(times.median).toBe(1_500);
  expect(cells(times)).toEqual(["slower", "d", "1,500×", "", "", "", "≥ 1,000×", "reached"]);
});

test("times read as milliseconds below a second, as seconds from there", () => {
  expect(cells(row(1.234, { p95: 120.4, whole: 2, target: { atMost: 2 } }))).toEqual([
    ...["w", "d", "1.23 ms", "", "120 ms", "2.00 ms", "≤ 2 ms", "reached"],
  ]);
  expect(cells(row(14_321, { target: { atMost: 12_000 } }))).toEqual([
    "w",
    "d",
    "14.32 s",
    "",
    "",
    "",
    "≤ 12 s",
    "missed",
  ]);
});
