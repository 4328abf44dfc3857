// When an event that repeats took place.
import type { Property } from "../lines/property";
import { type Moment, readMoment, readMoments, type Zones } from "./moments";
import { type Patience, type Rule, repeatedDays } from "./repeats";

/** The latest times of an event that repeats: five years of a weekly meeting. */
export const mostTimes = 260;
const mostExceptions = 1_000;
const dayMs = 86_400_000;
const yearsAhead = 5 * 366;

/** An event's first time, the rule it repeats by, and times added to and taken out of it. */
export type Series = { start: Moment; rule: Rule | null; added: Moment[]; excepted: Moment[] };
export type Time = { moment: Moment; at: Date };
type Clock = { zones: Zones; now: Date; patience: Patience };

export function seriesOf(start: Moment, rule: Rule | null, added: Property[], excepted: Property[]): Series {
  const moments = (properties: Property[], most: number) =>
    properties
      .flatMap(readMoments)
      .slice(0, most)
      .flatMap((moment) => moment ?? []);
  return { start, rule, added: moments(added, mostTimes), excepted: moments(excepted, mostExceptions) };
}

/** When it took place up to now, the latest times, in order. `isFollowed`: its rule was, to its end. */
export function timesOf({ rule, start, added, excepted }: Series, { zones, now, patience }: Clock) {
  const today = Math.floor(now.getTime() / dayMs) + 1;
  const until = rule?.until ? readMoment(rule.until, start.zone) : null;
  const untilAt = until ? (until.clock === null ? until.day + 2 : until.day + 1) : Number.POSITIVE_INFINITY;
  const days: number[] = [];
  let isMore = false;
  let isToCome = false;
  const lastDay = Math.min(today + yearsAhead, untilAt);
  for (const day of rule ? repeatedDays(rule, start.day, lastDay, patience) : [start.day]) {
    if (day > today) {
      isToCome = true;
      break;
    }
    days.push(day);
    if (days.length > 2 * mostTimes) {
      days.splice(0, mostTimes); // only the latest are wanted
      isMore = true;
    }
  }
  const isFollowed = !rule || !patience.isOver;
  if (!isFollowed) {
    days.splice(0, days.length, start.day);
    isMore = isToCome = false;
  }
  const except = new Set(excepted.map((moment) => timeKey(moment, zones)));
  // Some calendars take out a day where the time of day is meant.
  const dayOut = (day: number) => except.has(timeKey({ day, clock: null, zone: "" }, zones));
  const moments = [...days.map((day) => ({ ...start, day })), ...added];
  const last = until && (until.clock === null ? null : zones.at(until));
  const seen = new Set<string>();
  const past: Time[] = [];
  for (const moment of moments) {
    const at = zones.at(moment);
    const key = timeKey(moment, zones);
    if (!at || seen.has(key) || except.has(key) || dayOut(moment.day)) continue;
    if (last ? at > last : until && moment.day > until.day) continue;
    seen.add(key);
    if (at > now) isToCome = true;
    else past.push({ moment, at });
  }
  past.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { past: past.slice(-mostTimes), isMore: isMore || past.length > mostTimes, isToCome, isFollowed };
}

/** The same occurrence has the same key, by whichever clock it is told. */
export function timeKey(moment: Moment, zones: Zones): string {
  const at = moment.clock === null ? null : zones.at(moment);
  return at ? at.toISOString() : new Date(moment.day * dayMs).toISOString().slice(0, 10);
}

/** Moments of all series of a file that are kept; of a file with more of them, the first. */
const mostKept = 100_000;

/** The series of a file by their UID: what changes one of their times and all that follow says nothing of the rule. */
export class KnownSeries {
  private readonly series = new Map<string, Series>();
  private kept = 0;

  remember(uid: string, series: Series): void {
    this.kept += 1 + series.added.length + series.excepted.length;
    if (uid && this.kept <= mostKept) this.series.set(uid, series);
  }

  /** Its times after `changed`, up to now or `lateMs` beyond; null where its rule isn't known. */
  after(uid: string, changed: Moment, lateMs: number, clock: Clock): Time[] | null {
    const series = this.series.get(uid);
    const from = clock.zones.at(changed);
    if (!series || !from) return null;
    const { past, isFollowed } = timesOf(series, { ...clock, now: new Date(clock.now.getTime() + lateMs) });
    return isFollowed ? past.filter(({ at }) => at > from) : null;
  }
}
