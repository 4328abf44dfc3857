// Strength over time: past and future of one contact, from what is stored alone. Moments are milliseconds.
import type { Heat } from "./schema";

export type CurvePoint = { at: number; strength: number };

/** Half-life in days. */
export type Decay = { halfLifeDays: number };

const dayMs = 86_400_000;
const t0 = Date.UTC(2020, 0, 1);
/** Over so few days the bend of the line can't be seen. */
const straightDays = 20;

/** S of a heat at a moment: 2^(heat − t/H), t the days since T₀. */
function sumAt(heat: number, at: number, { halfLifeDays }: Decay): number {
  return 2 ** (heat - (at - t0) / dayMs / halfLifeDays);
}

/** 100 · S ÷ (S + 8): the strength a sum S reads as. */
export function strengthOf(s: number): number {
  return (100 * s) / (s + 8);
}

/** The strength a heat reads as at a moment. */
export function strengthAt(heat: number, at: number, decay: Decay): number {
  return strengthOf(sumAt(heat, at, decay));
}

/** The heat of S at a moment: the other way round. */
export function heatOf(s: number, at: number, { halfLifeDays }: Decay): number {
  return Math.log2(s) + (at - t0) / dayMs / halfLifeDays;
}

/** The strength at a moment, from the last heat before it; `heats` in order of time. */
export function strengthOn(heats: readonly Heat[], at: number, decay: Decay): number {
  const last = heats.findLast((heat) => heat.at <= at);
  return last ? strengthAt(last.heat, at, decay) : 0;
}

/**
 * The line from `from` to `to`: between two events strength only decays, so a few points a stretch draw it, and an
 * event is a step up. `heats` are in order of time.
 */
export function strengthCurve(heats: readonly Heat[], from: number, to: number, decay: Decay): CurvePoint[] {
  const points: CurvePoint[] = [];
  heats.forEach(({ at, heat }, index) => {
    const start = Math.max(at, from);
    const end = Math.min(heats[index + 1]?.at ?? to, to);
    if (end <= from || start > to) return;
    if (index === 0 && at > from) points.push({ at: from, strength: 0 }, { at, strength: 0 });
    const steps = Math.max(1, Math.ceil((end - start) / (straightDays * dayMs)));
    for (let step = 0; step <= steps; step++) {
      const moment = start + ((end - start) * step) / steps;
      points.push({ at: moment, strength: strengthAt(heat, moment, decay) });
    }
  });
  return points;
}

/** The moments from `from` to `to` at which S falls below `warmAt`. */
export function coolings(
  heats: readonly Heat[],
  from: number,
  to: number,
  decay: Decay & { warmAt: number },
): number[] {
  return heats.flatMap(({ at, heat }, index) => {
    const falls = t0 + decay.halfLifeDays * dayMs * (heat - Math.log2(decay.warmAt));
    const next = heats[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return falls > at && falls < next && falls >= from && falls <= to ? [falls] : [];
  });
}
