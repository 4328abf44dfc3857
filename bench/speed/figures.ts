// What is made of the samples, and whether a target is reached.

export type Summary = { median: number; p95: number; samples: number };

/** Of samples in any order; the median of an even number is the mean of the middle two, p95 the nearest rank. */
export function summarise(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (place: number) => sorted[Math.max(0, Math.min(sorted.length - 1, place))] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    p95: at(Math.ceil(sorted.length * 0.95) - 1),
    samples: sorted.length,
  };
}

export type Target = { atMost: number } | { atLeast: number };

/** A line of the table: milliseconds, or a ratio of two medians of the same run. */
export type Row = {
  work: string;
  /** On whose data: "100,000 contacts". */
  data: string;
  unit: "ms" | "×";
  median: number;
  p95?: number;
  samples?: number;
  /** The median through the product's own function, its transaction included, where the row is of the statement alone. */
  whole?: number;
  target?: Target;
};

export const reached = ({ median, target }: Row): boolean | undefined =>
  target && ("atMost" in target ? median <= target.atMost : median >= target.atLeast);

export function ratio(work: string, data: string, of: Row, to: Row, target?: Target): Row {
  return { work, data, unit: "×", median: of.median / to.median, ...(target && { target }) };
}

const number = (value: number) =>
  value.toLocaleString(
    "en",
    value < 100 ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 0 },
  );

/** "1.25 ms", "14.3 s", "1,204×". */
export function figure(value: number, unit: Row["unit"]): string {
  if (unit === "×") return `${number(value)}×`;
  return value < 1_000 ? `${number(value)} ms` : `${number(value / 1_000)} s`;
}

const bound = (target: Target, unit: Row["unit"]) => {
  const [sign, value] = "atMost" in target ? ["≤", target.atMost] : ["≥", target.atLeast];
  const short =
    unit === "ms" && value >= 1_000
      ? `${value / 1_000} s`
      : `${value.toLocaleString("en")}${unit === "ms" ? " ms" : "×"}`;
  return `${sign} ${short}`;
};

export const head = ["work", "data", "median", "before", "p95", "whole transaction", "target", ""];

/** The row's cells; `before` is the same of the run before, if that had it. */
export function cells(row: Row, before?: Row): string[] {
  const verdict = reached(row);
  return [
    row.work,
    row.data,
    figure(row.median, row.unit),
    before ? figure(before.median, row.unit) : "",
    row.p95 === undefined ? "" : figure(row.p95, row.unit),
    row.whole === undefined ? "" : figure(row.whole, row.unit),
    row.target ? bound(row.target, row.unit) : "",
    verdict === undefined ? "" : verdict ? "reached" : "missed",
  ];
}
