// One VEVENT: a row for each time it took place. Invited is not met, so what becomes of a row is unconfirmed.
import { sourceId } from "../file/source-id";
import { filled, type ReadRow, type StagedRow } from "../file/staged-row";
import type { Component } from "../lines/components";
import { type Property, readProperty, unescaped, valueText } from "../lines/property";
import { type Attendee, readAttendee } from "./attendees";
import { type Moment, readMoment, readMoments, type Zones } from "./moments";
import { type Patience, type Rule, readRule, repeatedDays } from "./repeats";

/** The latest times of an event that repeats: five years of a weekly meeting. */
export const mostTimes = 260;
/** At more than this many people somebody's invitation says little about each of them. */
const largestCircle = 20;
const mostExceptions = 1_000;
const dayMs = 86_400_000;
const yearsAhead = 5 * 366;
const longestSummary = 1_000;

/** What a row says, before it knows its place in the file. */
type Told = { row: Unplaced<StagedRow>; participants?: Attendee[] };
type Unplaced<Row> = Row extends unknown ? Omit<Row, "line"> : never;
type Place = { zones: Zones; now: Date; patience: Patience; isCancelled: boolean };

/** The rows of an event, never none; `next` numbers them. */
export function readEvent(event: Component, place: Place, next: () => number): ReadRow[] {
  return tell(event, place).map(({ row, participants }) => ({
    row: { ...row, line: next() } as StagedRow,
    participants,
  }));
}

function tell(event: Component, place: Place): Told[] {
  const { zones, isCancelled } = place;
  const properties = event.lines.flatMap((line) => readProperty(line, "") ?? []);
  const all = (name: string) => properties.filter((property) => property.name === name);
  const first = (name: string) => all(name)[0];
  const texts = ["UID", "SUMMARY", "LOCATION", "DESCRIPTION"].map((name) => textOf(first(name)));
  const [uid = "", summary = "", location = "", description = ""] = texts.map((text) => text ?? "");
  const momentOf = (name: string) => all(name).map((property) => readMoments(property)[0] ?? null)[0];
  const start = momentOf("DTSTART");
  const [organiser] = all("ORGANIZER").flatMap((each) => readAttendee(each) ?? []);
  const people = [...(organiser ? [organiser] : []), ...all("ATTENDEE").flatMap((each) => readAttendee(each) ?? [])];
  const raw = filled({
    ...{ uid, summary: summary.slice(0, longestSummary).toWellFormed(), start: first("DTSTART")?.value },
    attendees: people.map(({ key }) => key.slice("mailto:".length)).join(", "),
  });
  const changed = momentOf("RECURRENCE-ID");
  const identity = uid || [first("DTSTART")?.value, summary, ...people.map(({ key }) => key)].join("\n");
  const idOf = (moment?: Moment) => sourceId(["event", identity, moment ? timeKey(moment, zones) : ""]);
  // Whatever becomes of a changed occurrence: the one that the rule alone would give is not to take its place.
  const instead: Record<string, string> = changed ? { instead: idOf(changed) } : {};
  const out = (outcome: "SKIPPED" | "FAILED", reason: string): Told[] => [
    { row: { fields: { ...(outcome === "FAILED" ? raw : {}), ...instead }, outcome, reason } },
  ];

  if (!event.isWhole) return out("FAILED", "unfinished");
  if (texts.includes(null)) return out("FAILED", "letters");
  if (isCancelled || textOf(first("STATUS"))?.toUpperCase() === "CANCELLED") return out("SKIPPED", "cancelled");
  if (all("ATTENDEE").length === 0) return out("SKIPPED", "noAttendees");
  if (!start || changed === null) return out("FAILED", "date");
  const from = zones.at(start);
  if (!from) return out("FAILED", "zone");
  if (properties.some(({ name, isCut }) => isCut && kept.has(name))) return out("FAILED", "tooLong");

  const notes = [summary, location, description]
    .map((text) => text.trim())
    .filter(Boolean)
    .join("\n\n");
  const row = (moment: Moment, at: Date): Told => ({
    row: {
      fields: filled({
        ...{ at: at.toISOString(), title: summary.trim().slice(0, longestSummary).toWellFormed(), notes },
        ...{ kind: kindOf(properties, location, description), ...instead },
        declined: people
          .filter(({ hasDeclined }) => hasDeclined)
          .map(({ key }) => key)
          .join("\n"),
      }),
      proposedId: changed ? idOf(changed) : idOf(first("RRULE") || all("RDATE").length > 0 ? moment : undefined),
      people: peopleOf(people, organiser),
    },
    participants: people,
  });

  const rule = first("RRULE") && !changed ? readRule(first("RRULE")?.value ?? "") : null;
  const times = timesOf(rule, start, all("RDATE"), all("EXDATE"), place);
  const told = times.past.map(({ moment, at }) => row(moment, at));
  if (!times.isFollowed || (rule === null && first("RRULE") && !changed)) told.push(...out("SKIPPED", "repeats"));
  if (times.isMore) told.push(...out("SKIPPED", "tooOften"));
  if (times.isToCome) told.push(...out("SKIPPED", "notYet"));
  return told.length > 0 ? told : out("SKIPPED", "excepted");
}

const kept = new Set([
  "SUMMARY",
  "LOCATION",
  "DESCRIPTION",
  "UID",
  "ATTENDEE",
  "ORGANIZER",
  "RRULE",
  "EXDATE",
  "RDATE",
]);

/** The organiser first, "" where nobody is; who declined isn't among them. */
function peopleOf(people: Attendee[], organiser: Attendee | undefined): string[] {
  const keys = [...new Set(people.filter(({ hasDeclined }) => !hasDeclined).map(({ key }) => key))];
  return [organiser && keys.length <= largestCircle ? organiser.key : "", ...keys];
}

/** Text as it was written, null where its letters can't be read. */
function textOf(property: Property | undefined): string | null {
  if (!property) return "";
  const text = valueText(property);
  return text === null ? null : unescaped(text);
}

/** The same occurrence has the same key, by whichever clock it is told. */
function timeKey(moment: Moment, zones: Zones): string {
  const at = moment.clock === null ? null : zones.at(moment);
  return at ? at.toISOString() : new Date(moment.day * dayMs).toISOString().slice(0, 10);
}

function timesOf(rule: Rule | null, start: Moment, added: Property[], excepted: Property[], place: Place) {
  const { zones, now, patience } = place;
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
  const exceptions = excepted.flatMap(readMoments).slice(0, mostExceptions);
  const except = new Set(exceptions.flatMap((moment) => (moment ? [timeKey(moment, zones)] : [])));
  // Some calendars take out a day where the time of day is meant.
  const dayOut = (day: number) => except.has(timeKey({ day, clock: null, zone: "" }, zones));
  const moments = [
    ...days.map((day) => ({ ...start, day })),
    ...added
      .flatMap(readMoments)
      .slice(0, mostTimes)
      .flatMap((moment) => moment ?? []),
  ];
  const last = until && (until.clock === null ? null : zones.at(until));
  const seen = new Set<string>();
  const past: { moment: Moment; at: Date }[] = [];
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

const onScreen = /zoom\.us\/|meet\.google\.com|teams\.(microsoft|live)\.com|webex\.com|whereby\.com|meet\.jit\.si/i;

function kindOf(properties: Property[], location: string, description: string): "VIDEO" | "CALL" | "IN_PERSON" {
  const isOnline = properties.some(({ name }) =>
    /^(CONFERENCE|X-GOOGLE-CONFERENCE|X-MICROSOFT-(ONLINEMEETING|SKYPETEAMS).*)$/.test(name),
  );
  if (isOnline || onScreen.test(location) || onScreen.test(description)) return "VIDEO";
  return /^\s*(tel:|\+?\d[\d\s()./-]{5,})\s*$/i.test(location) ? "CALL" : "IN_PERSON";
}
