// One VEVENT: a row for each time it took place. Invited is not met, so what becomes of a row is unconfirmed.
import { sourceId } from "../file/source-id";
import { filled, type ReadRow, type StagedRow } from "../file/staged-row";
import type { Component } from "../lines/components";
import { type Property, readProperty, unescaped, valueText } from "../lines/property";
import { type Attendee, readAttendee } from "./attendees";
import { type Moment, readMoments, type Zones } from "./moments";
import { type Patience, readRule } from "./repeats";
import { type KnownSeries, seriesOf, type Time, timeKey, timesOf } from "./times";

/** At more than this many people somebody's invitation says little about each of them. */
const largestCircle = 20;
const longestSummary = 1_000;

/** What a row says, before it knows its place in the file. */
type Told = { row: Unplaced<StagedRow>; participants?: Attendee[] };
type Unplaced<Row> = Row extends unknown ? Omit<Row, "line"> : never;
/** `series`: all of the file, where the event changes every time of one from some time on. */
type Place = { zones: Zones; now: Date; patience: Patience; isCancelled: boolean; series: KnownSeries };

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
  const since: Record<string, string> = changed && isThisAndFuture(event) ? { since: timeKey(changed, zones) } : {};
  const insteadOf = (moment: Moment) => ({ instead: idOf(moment), ...since });
  const instead: Record<string, string> = changed ? insteadOf(changed) : {};
  const shiftMs = start && changed ? lengthBetween(changed, start, zones) : 0;
  const following = changed && since.since ? place.series.after(uid, changed, Math.max(0, -shiftMs), place) : [];
  const outInstead = ({ moment }: Time, reason: string): Told => ({
    row: { fields: insteadOf(moment), outcome: "SKIPPED", reason },
  });
  const out = (outcome: "SKIPPED" | "FAILED", reason: string): Told[] => [
    { row: { fields: { ...(outcome === "FAILED" ? raw : {}), ...instead }, outcome, reason } },
  ];
  const outWithFollowing = (outcome: "SKIPPED" | "FAILED", reason: string): Told[] => [
    ...out(outcome, reason),
    ...(following ?? []).map((time) => outInstead(time, outcome === "FAILED" ? "replaced" : reason)),
  ];

  if (!event.isWhole) return outWithFollowing("FAILED", "unfinished");
  if (texts.includes(null)) return outWithFollowing("FAILED", "letters");
  if (isCancelled || textOf(first("STATUS"))?.toUpperCase() === "CANCELLED")
    return outWithFollowing("SKIPPED", "cancelled");
  if (all("ATTENDEE").length === 0) return outWithFollowing("SKIPPED", "noAttendees");
  if (!start || changed === null) return outWithFollowing("FAILED", "date");
  const from = zones.at(start);
  if (!from) return outWithFollowing("FAILED", "zone");
  if (properties.some(({ name, isCut }) => isCut && kept.has(name))) return outWithFollowing("FAILED", "tooLong");

  const notes = [summary, location, description]
    .map((text) => text.trim())
    .filter(Boolean)
    .join("\n\n");
  const row = (at: Date, id: string, replaces: Record<string, string>): Told => ({
    row: {
      fields: filled({
        ...{ at: at.toISOString(), title: summary.trim().slice(0, longestSummary).toWellFormed(), notes },
        ...{ kind: kindOf(properties, location, description), ...replaces },
        declined: people
          .filter(({ hasDeclined }) => hasDeclined)
          .map(({ key }) => key)
          .join("\n"),
      }),
      proposedId: id,
      people: peopleOf(people, organiser),
    },
    participants: people,
  });

  const isSeries = !changed && (first("RRULE") !== undefined || all("RDATE").length > 0);
  const rule = first("RRULE") && !changed ? readRule(first("RRULE")?.value ?? "") : null;
  const series = seriesOf(start, rule, all("RDATE"), all("EXDATE"));
  if (isSeries) place.series.remember(uid, series);
  const times = timesOf(series, place);
  const told = times.past.map(({ moment, at }) => row(at, idOf(changed ?? (isSeries ? moment : undefined)), instead));
  if (!times.isFollowed || (rule === null && first("RRULE") && !changed)) told.push(...out("SKIPPED", "repeats"));
  if (times.isMore) told.push(...out("SKIPPED", "tooOften"));
  if (times.isToCome) told.push(...out("SKIPPED", "notYet"));
  for (const time of following ?? []) {
    const at = new Date(time.at.getTime() + shiftMs);
    told.push(at > place.now ? outInstead(time, "notYet") : row(at, idOf(time.moment), insteadOf(time.moment)));
  }
  if (following === null) told.push(...out("SKIPPED", "repeats"));
  return told.length > 0 ? told : out("SKIPPED", "excepted");
}

/** Whether it changes one occurrence of an event that repeats and all that follow: what a file says of them must be known. */
export function isThisAndFuture({ lines }: Component): boolean {
  return lines
    .filter(({ text }) => /^RECURRENCE-ID;/i.test(text))
    .some((line) => /^THISANDFUTURE$/i.test(readProperty(line, "")?.params.get("RANGE")?.[0] ?? ""));
}

/** By how much it was moved; 0 where nobody can tell. */
function lengthBetween(from: Moment, to: Moment, zones: Zones): number {
  const [a, b] = [zones.at(from), zones.at(to)];
  return a && b ? b.getTime() - a.getTime() : 0;
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

const onScreen = /zoom\.us\/|meet\.google\.com|teams\.(microsoft|live)\.com|webex\.com|whereby\.com|meet\.jit\.si/i;

function kindOf(properties: Property[], location: string, description: string): "VIDEO" | "CALL" | "IN_PERSON" {
  const isOnline = properties.some(({ name }) =>
    /^(CONFERENCE|X-GOOGLE-CONFERENCE|X-MICROSOFT-(ONLINEMEETING|SKYPETEAMS).*)$/.test(name),
  );
  if (isOnline || onScreen.test(location) || onScreen.test(description)) return "VIDEO";
  return /^\s*(tel:|\+?\d[\d\s()./-]{5,})\s*$/i.test(location) ? "CALL" : "IN_PERSON";
}
