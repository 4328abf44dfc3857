// One data set, measured: the area under the curve of every formula at every cut, and how sure that is.
import { areaOfSorted, type Case } from "./auc";
import type { ContactSet } from "./contact-files";
import { type Pair, pairKey } from "./pairs";

/** A cut's pairs with, for every formula by its name, one value a pair. */
export type Cut = { day: number; pairs: readonly Pair[]; values: Readonly<Record<string, readonly number[]>> };

export type Interval = readonly [low: number, high: number];
export type Measured = {
  name: string;
  cuts: { day: number; pairs: number; again: number; area: Record<string, number> }[];
  /** Means over the cuts. */
  mean: Record<string, number>;
  /** The mean of the chosen formula minus that of each other one: where 95 of 100 resamples fall. */
  lead: Record<string, Interval>;
};

const resamples = 1000;

export function measure({ name }: Pick<ContactSet, "name">, cuts: readonly Cut[], chosen: string): Measured {
  const sorted = cuts.map((cut) => sortCases(cut));
  const formulas = Object.keys(sorted[0] ?? {});
  const means = () =>
    Object.fromEntries(
      formulas.map((formula) => [formula, average(sorted.map((cut) => areaOfSorted(cut[formula] ?? [])))]),
    );
  const measured = {
    name,
    cuts: cuts.map((cut, index) => ({
      day: cut.day,
      pairs: cut.pairs.length,
      again: cut.pairs.filter(({ again }) => again).length,
      area: Object.fromEntries(formulas.map((formula) => [formula, areaOfSorted(sorted[index]?.[formula] ?? [])])),
    })),
    mean: means(),
  };
  const drawn = resamplePeople(cuts, sorted, means);
  const lead = Object.fromEntries(
    formulas
      .filter((formula) => formula !== chosen)
      .map((formula) => [formula, middle95(drawn.map((mean) => (mean[chosen] ?? 0) - (mean[formula] ?? 0)))]),
  );
  return { ...measured, lead };
}

type SortedCase = Case & { pair: string };

/** Sorted once per formula; a resample only changes the weights. */
function sortCases({ pairs, values }: Cut): Record<string, SortedCase[]> {
  return Object.fromEntries(
    Object.entries(values).map(([formula, given]) => [
      formula,
      pairs
        .map(({ person, other, again }, index) => ({
          pair: pairKey(person, other),
          value: given[index] ?? Number.NaN,
          again,
          weight: 1,
        }))
        .sort((a, b) => a.value - b.value),
    ]),
  );
}

/**
 * Pairs that share a person are no independent cases, and the two sides of a pair even less. So people are drawn, with
 * replacement, and a pair counts as often as both of its people were drawn together (the "pigeonhole" bootstrap, Owen
 * 2007, which errs on the wide side). Drawn from a fixed sequence: the same numbers at every run.
 */
function resamplePeople(
  cuts: readonly Cut[],
  sorted: readonly Record<string, SortedCase[]>[],
  means: () => Record<string, number>,
): Record<string, number>[] {
  const people = [...new Set(cuts.flatMap(({ pairs }) => pairs.map(({ person }) => person)))];
  const place = new Map(people.map((person, index) => [person, index]));
  const both = new Map<string, readonly [number, number]>();
  for (const { pairs } of cuts) {
    for (const { person, other } of pairs) {
      both.set(pairKey(person, other), [place.get(person) ?? 0, place.get(other) ?? 0]);
    }
  }
  const cases = sorted.flatMap((cut) => Object.values(cut).flat());
  const ends = cases.map(({ pair }) => both.get(pair) ?? ([0, 0] as const));
  const random = fixedSequence(20260101);
  return Array.from({ length: resamples }, () => {
    const times = new Uint16Array(people.length);
    for (let draw = 0; draw < people.length; draw++) {
      const drawn = Math.floor(random() * people.length);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    for (const [index, one] of cases.entries()) {
      const [person, other] = ends[index] ?? [0, 0];
      one.weight = (times[person] ?? 0) * (times[other] ?? 0);
    }
    return means();
  });
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function middle95(values: readonly number[]): Interval {
  const ascending = [...values].sort((a, b) => a - b);
  const at = (share: number) => ascending[Math.round(share * (ascending.length - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/** Numbers from 0 to 1 (Mulberry32). */
function fixedSequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
