// One data set, measured: the area under the curve of every formula at every cut, and how sure that is.
import { fixedSequence } from "@/lib/testing/fixed-sequence";
import { areaUnderCurve, type Outcome, type Ranked, rank } from "./auc";
import type { Pair } from "./pairs";

/** A cut's pairs with, for every formula by its name, one value a pair. */
export type Cut = { day: number; pairs: readonly Pair[]; values: Readonly<Record<string, readonly number[]>> };

export type Interval = readonly [low: number, high: number];
export type Measured = {
  name: string;
  cuts: { day: number; pairs: number; again: number; area: Record<string, number> }[];
  /** Means over the cuts. */
  mean: Record<string, number>;
  /** The chosen formula's mean minus another's: where 95 of 100 resamples fall. */
  lead: Record<string, Interval>;
};

const resamples = 1000;

/** `chosen` is held against each of `beside`; every formula with values gets its areas. */
export function measure(name: string, cuts: readonly Cut[], chosen: string, beside: readonly string[]): Measured {
  const outcomes = cuts.map(({ pairs }) => pairs.map(({ again }): Outcome => ({ again, weight: 1 })));
  const ranked = cuts.map(({ values }, cut) => mapValues(values, (given) => rank(given, outcomes[cut] ?? [])));
  const meanOf = (formula: string) => average(ranked.map((cut) => areaUnderCurve(cut[formula] ?? [])));
  const measured = {
    name,
    cuts: cuts.map(({ day, pairs }, cut) => ({
      day,
      pairs: pairs.length,
      again: pairs.filter(({ again }) => again).length,
      area: mapValues<Ranked[], number>(ranked[cut] ?? {}, areaUnderCurve),
    })),
    mean: mapValues(ranked[0] ?? {}, (_, formula) => meanOf(formula)),
  };
  const leads: Record<string, number[]> = Object.fromEntries(beside.map((formula) => [formula, []]));
  for (const weigh of resamplesOf(cuts.map(({ pairs }) => pairs))) {
    for (const [cut, weights] of weigh.entries()) {
      for (const [pair, weight] of weights.entries()) (outcomes[cut]?.[pair] as Outcome).weight = weight;
    }
    const mean = meanOf(chosen);
    for (const formula of beside) leads[formula]?.push(mean - meanOf(formula));
  }
  return { ...measured, lead: mapValues(leads, middle95) };
}

/**
 * How often each pair of each cut counts in a resample. Pairs that share a person are no independent cases, and the two
 * sides of a pair even less. So people are drawn, with replacement, and a pair counts as often as its two people make a
 * couple among the drawn (the "pigeonhole" bootstrap, Owen 2007, which errs on the wide side). They are drawn from a
 * fixed sequence: the same numbers at every run.
 */
function* resamplesOf(cuts: readonly (readonly Pair[])[]): Generator<Float64Array[]> {
  const place = new Map<number, number>();
  for (const { person } of cuts.flat()) if (!place.has(person)) place.set(person, place.size);
  const ends = cuts.map((pairs) => pairs.map(({ person, other }) => [place.get(person), place.get(other)] as const));
  const random = fixedSequence(2007);
  for (let resample = 0; resample < resamples; resample++) {
    const drawn = new Uint16Array(place.size);
    for (const _ of drawn) {
      const person = Math.floor(random() * drawn.length);
      drawn[person] = (drawn[person] ?? 0) + 1;
    }
    const times = (person = -1) => drawn[person] ?? 0;
    yield ends.map((pairs) => Float64Array.from(pairs, ([person, other]) => times(person) * times(other)));
  }
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function mapValues<From, To>(given: Readonly<Record<string, From>>, to: (value: From, key: string) => To) {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, to(value, key)]));
}

function middle95(values: readonly number[]): Interval {
  const ascending = [...values].sort((a, b) => a - b);
  const at = (share: number) => ascending[Math.round(share * (ascending.length - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}
