// The results as Markdown tables, aligned so that they read well on a terminal too.
import { table } from "../table";
import type { Interval, Measured } from "./measure";

/** .737, as such areas are written. */
const share = (value = Number.NaN) =>
  value
    .toFixed(3)
    .replace(/^(-?)0/, "$1")
    .replace("-", "−");
const signed = (value: number) => (value < 0 ? share(value) : `+${share(value)}`);
const interval = ([low, high]: Interval) => `${signed(low)} to ${signed(high)}`;

/** A row a data set, a column a formula, and the mean where there are several sets. */
export function areas(measured: readonly Measured[], formulas: readonly string[]): string {
  const rows = measured.map(({ name, mean }) => [name, ...formulas.map((formula) => share(mean[formula]))]);
  const means = formulas.map((formula) =>
    share(measured.reduce((sum, { mean }) => sum + (mean[formula] ?? Number.NaN), 0) / measured.length),
  );
  return table(["", ...formulas], measured.length > 1 ? [...rows, ["mean", ...means]] : rows);
}

/** By how much the chosen formula leads each other one. */
export function leads(measured: readonly Measured[], formulas: readonly string[]): string {
  return table(
    ["", ...formulas],
    measured.map(({ name, lead }) => [
      name,
      ...formulas.map((formula) => interval(lead[formula] ?? [Number.NaN, Number.NaN])),
    ]),
  );
}

/** A row a cut: how many pairs, how many of them again in touch, and the chosen formula's area. */
export function cutsTable(measured: readonly Measured[], formula: string): string {
  return table(
    ["", "cut day", "pairs", "again", formula],
    measured.flatMap(({ name, cuts }) =>
      cuts.map(({ day, pairs, again, area }) => [
        name,
        String(day),
        pairs.toLocaleString("en"),
        again.toLocaleString("en"),
        share(area[formula]),
      ]),
    ),
  );
}
