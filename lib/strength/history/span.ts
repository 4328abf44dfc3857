// From when to when a contact's strength is drawn. Moments are milliseconds.

export type Span = { from: number; to: number };

const dayMs = 86_400_000;
/** So that the edge of the picture is never the point of interest. */
const margin = 30 * dayMs;
const mostYears = 10;

/** What has to be in the picture: the day asked about, a supposed meeting, the moment it falls out of warm. */
type Shown = { now: number; years: number; firstAt: number | null; moments: (number | null)[] };

/** What the small picture on a contact's page shows: nine months. */
export const beside = { years: 0.75, moments: [] };

/** The first moment that may be drawn: so many years back, and further, up to ten, where a day is asked about. */
export function earliest({ now, years, moments }: Omit<Shown, "firstAt">): number {
  const asked = moments.filter((moment) => moment !== null);
  const wanted = Math.min(now - years * 365 * dayMs, ...asked.map((moment) => moment - margin));
  return Math.max(wanted, now - mostYears * 365 * dayMs);
}

/** No further back than a month before the first contact, and half a year ahead or as far as there is something to see. */
export function spanOf(shown: Shown): Span {
  const { now, firstAt, moments } = shown;
  const asked = moments.filter((moment) => moment !== null);
  const begin = Math.max(earliest(shown), (firstAt ?? now) - margin);
  return {
    from: Math.min(begin, now - 90 * dayMs),
    to: Math.max(now + 180 * dayMs, ...asked.map((moment) => moment + margin)),
  };
}

/** The firsts of months (UTC) to write under the picture: as many as fit, at even steps. */
export function ticks({ from, to }: Span, most: number): { at: number; unit: "month" | "year" }[] {
  const months = ((to - from) / dayMs / 365.25) * 12;
  const step = [1, 2, 3, 6, 12, 24, 36, 60].find((count) => months / count <= most) ?? 120;
  const start = new Date(from);
  const marks = Array.from({ length: Math.ceil(months) + 2 }, (_, index) =>
    Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1),
  );
  const isOnStep = (at: number) => {
    const date = new Date(at);
    return (date.getUTCFullYear() * 12 + date.getUTCMonth()) % step === 0;
  };
  return marks
    .filter((at) => at > from && at < to && isOnStep(at))
    .map((at) => ({ at, unit: step % 12 === 0 ? "year" : "month" }));
}
