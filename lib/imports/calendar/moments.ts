// When something in a calendar is: a day, or a time by the clock of some place.
import { Temporal } from "temporal-polyfill";
import type { Component } from "../lines/components";
import { type Property, readProperty } from "../lines/property";
import { dayNumber, type Patience, readRule, repeatedDays } from "./repeats";

/** `clock` is the time of day in ms, null for a whole day. `zone` is as written; "" means wherever one is. */
export type Moment = { day: number; clock: number | null; zone: string };

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const mostZones = 1_000;
/** Parts of one place's clock, and changes of it, the latest. */
const mostParts = 200;
const mostChanges = 1_000;

/** Null where it can't be read. */
export function readMoment(value: string, zone = ""): Moment | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/i.exec(value.trim());
  if (!match) return null;
  const [year = 0, month = 0, date = 0, hour, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((text) => (text === undefined ? undefined : Number(text)));
  const day = dayNumber(year, month, date);
  const real = new Date(day * dayMs);
  if (year < 1900 || real.getUTCMonth() + 1 !== month || real.getUTCDate() !== date) return null;
  if (hour === undefined) return { day, clock: null, zone };
  if (hour > 23 || minute > 59 || second > 60) return null;
  return { day, clock: hour * hourMs + minute * 60_000 + second * 1000, zone: match[7] ? "UTC" : zone };
}

/** A line of dates (DTSTART, EXDATE, RDATE, RECURRENCE-ID), each with the place the line names. */
export function readMoments({ value, params }: Property): (Moment | null)[] {
  return value.split(",").map((each) => readMoment(each.split("/")[0] ?? "", params.get("TZID")?.[0] ?? ""));
}

/** Changes of a clock: from which local time on (ms), and how far ahead of UTC it then is. */
type Clock = { from: number; offset: number }[];

/** The places a calendar names. Files of Windows programs name them in their own way, and bring their clocks along. */
export class Zones {
  private readonly clocks = new Map<string, Clock>();
  private readonly places = new Map<string, string | null>();

  /** `own` is where the owner is: for whole days, and for times without a place. */
  constructor(
    private readonly own: string,
    private readonly until: Date,
    private readonly patience: Patience,
  ) {}

  /** A VTIMEZONE. */
  add(component: Component): void {
    const named = component.lines.map((line) => readProperty(line, "")).find((property) => property?.name === "TZID");
    if (!named || this.clocks.size >= mostZones) return;
    const last = Math.floor(this.until.getTime() / dayMs) + 366;
    const changes = component.parts.slice(0, mostParts).flatMap((part) => changesOf(part, last, this.patience));
    // A clock known by half tells the wrong time.
    if (changes.length === 0 || this.patience.isOver) return;
    this.clocks.set(named.value.trim(), changes.sort((a, b) => a.from - b.from).slice(-mostChanges));
  }

  /** Whether an entry names a place whose clock nobody has told yet. */
  isMissingFor({ lines }: Component): boolean {
    return lines
      .filter(({ text }) => /^(DTSTART|RECURRENCE-ID|RDATE|EXDATE);/i.test(text))
      .some((line) => {
        const zone = readProperty(line, "")?.params.get("TZID")?.[0] ?? "";
        return zone !== "" && !this.placeOf(zone) && !this.clocks.has(zone.trim());
      });
  }

  /** The moment, at noon for a whole day; null where nobody knows the place. */
  at({ day, clock, zone }: Moment): Date | null {
    const local = day * dayMs + (clock ?? 12 * hourMs);
    const place = clock === null || zone === "" ? this.own : this.placeOf(zone);
    if (place) return inPlace(local, place);
    const changes = this.clocks.get(zone.trim());
    const change = changes?.findLast(({ from }) => from <= local) ?? changes?.[0];
    return change ? new Date(local - change.offset) : null;
  }

  /** The place's name in the database of zones; some programs put a path before it. */
  private placeOf(zone: string): string | null {
    const known = this.places.get(zone);
    if (known !== undefined) return known;
    const names = [zone.trim(), zone.trim().split("/").slice(-2).join("/")];
    const found = names.find(isPlace) ?? null;
    if (this.places.size < 1_000) this.places.set(zone, found);
    return found;
  }
}

function isPlace(name: string): boolean {
  try {
    return name.length < 60 && /^[a-z]/i.test(name) && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

function inPlace(local: number, place: string): Date {
  if (place === "UTC") return new Date(local);
  const plain = Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, 19));
  return new Date(plain.toZonedDateTime(place).epochMilliseconds);
}

/** When a STANDARD or DAYLIGHT part begins, year after year up to the day `last`. */
function changesOf(part: Component, last: number, patience: Patience): Clock {
  const properties = part.lines.flatMap((line) => readProperty(line, "") ?? []);
  const value = (name: string) => properties.find((property) => property.name === name)?.value ?? "";
  const start = readMoment(value("DTSTART").replace(/^1[0-8]/, "19"));
  const offset = readOffset(value("TZOFFSETTO"));
  if (!start || offset === null) return [];
  const rule = value("RRULE") ? readRule(value("RRULE")) : null;
  const until = (rule?.until && readMoment(rule.until)?.day) || last;
  const days = rule ? [...repeatedDays(rule, start.day, Math.min(last, until), patience)] : [start.day];
  const others = properties
    .filter(({ name }) => name === "RDATE")
    .flatMap(readMoments)
    .flatMap((each) => each?.day ?? []);
  return [...days.slice(-mostChanges), ...others.slice(-mostChanges)].map((day) => ({
    from: day * dayMs + (start.clock ?? 0),
    offset,
  }));
}

function readOffset(written: string): number | null {
  const [, sign, hours, minutes, seconds = "0"] = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(written.trim()) ?? [];
  if (!sign) return null;
  const ms = Number(hours) * hourMs + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === "-" ? -ms : ms;
}
