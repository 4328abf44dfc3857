// The sample world's days count back from the moment it is made.

/** Whose world it becomes. */
export type SampleOwner = { name: string; timeZone: string; now: Date };

const dayMs = 86_400_000;

export const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * dayMs);
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

/** YYYY-MM-DD. */
export const dayAgo = (now: Date, days: number) => dayOf(daysAgo(now, days));

/** Office hours, a different minute for everybody; today's lie a little back, so that nothing is in the future. */
export function workingMoment(now: Date, days: number, index: number): string {
  const moment = new Date(Date.parse(`${dayAgo(now, days)}T08:00Z`) + ((index * 37) % 540) * 60_000);
  return new Date(Math.min(moment.getTime(), now.getTime() - 60_000)).toISOString();
}
