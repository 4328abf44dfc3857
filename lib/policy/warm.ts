// What "S at least θ" means to a person.

/** A one-to-one meeting in person of normal depth: S = 8, strength 50. */
const meeting = 8;

/** 0 to 100, as the rule reads S. */
export function strengthOf(s: number): number {
  return (100 * s) / (s + 8);
}

/** For how many days one such meeting alone keeps S at θ or above; null where it never reaches it. */
export function daysOfMeeting(warmAt: number, halfLifeDays: number): number | null {
  return warmAt > meeting ? null : halfLifeDays * Math.log2(meeting / warmAt);
}
