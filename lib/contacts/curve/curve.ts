/** Strength over time: past and future of one contact, from what is stored alone. Moments are milliseconds. */
export type CurvePoint = { at: number; strength: number };

/** The standing's heat right after an event (see contact_standing.heat), and from when on it holds. */
export type Heat = { at: number; heat: number };

const dayMs = 86_400_000;
const t0 = Date.UTC(2020, 0, 1);

/** 100 · S ÷ (S + 8), S = 2^(heat − t/H): the strength a heat reads as at a moment. */
export function strengthAt(heat: number, at: number, halfLifeDays: number): number {
  const s = 2 ** (heat - (at - t0) / dayMs / halfLifeDays);
  return (100 * s) / (s + 8);
}

/**
 * The line from `from` to `to`: between two events strength only decays, so a few points a stretch draw it, and an
 * event is a step up. `heats` are in order of time.
 */
export function strengthCurve(heats: Heat[], from: number, to: number, halfLifeDays: number): CurvePoint[] {
  const points: CurvePoint[] = [];
  heats.forEach(({ at, heat }, index) => {
    const start = Math.max(at, from);
    const end = Math.min(heats[index + 1]?.at ?? to, to);
    if (end <= from || start > to) return;
    if (index === 0 && at > from) points.push({ at: from, strength: 0 }, { at, strength: 0 });
    const steps = Math.max(1, Math.ceil((end - start) / (20 * dayMs)));
    for (let step = 0; step <= steps; step++) {
      const moment = start + ((end - start) * step) / steps;
      points.push({ at: moment, strength: strengthAt(heat, moment, halfLifeDays) });
    }
  });
  return points;
}
