// The entries of an .ics file, one after the other.
import { Refusal } from "@/lib/refusal";
import type { ImportLimits } from "../file/limits";
import type { ReadRow, StagedRow } from "../file/staged-row";
import { type Component, Components, type Stray } from "../lines/components";
import type { ContentLine } from "../lines/content-lines";
import { Zones } from "./moments";
import { isThisAndFuture, readEvent } from "./read";
import { Patience } from "./repeats";
import { KnownSeries } from "./times";
import { Waiting } from "./waiting";

/** `timeZone` is the owner's. Rows are numbered as they come: one entry may have taken place many times. */
export async function* readEvents(
  lines: AsyncIterable<readonly ContentLine[]>,
  timeZone: string,
  now: Date,
  { rows: mostRows, unpackedBytes }: Pick<ImportLimits, "rows" | "unpackedBytes">,
): AsyncGenerator<ReadRow[]> {
  const patience = new Patience();
  const zones = new Zones(timeZone, now, patience);
  const series = new KnownSeries();
  const waiting = new Waiting<boolean>();
  let isCancelled = false;
  const components = new Components(
    ["VCALENDAR"],
    ({ text }) => {
      if (/^method:/i.test(text)) isCancelled = /^method:\s*cancel\s*$/i.test(text);
    },
    (name) => name !== "VEVENT" && name !== "VTODO" && name !== "VJOURNAL",
  );
  let count = 0;
  let letters = 0;
  const next = () => ++count;
  const event = (item: Component, isOff: boolean) =>
    readEvent(item, { zones, now, patience, series, isCancelled: isOff }, next);
  const read = (item: Component | Stray): ReadRow[] => {
    if (item.name === null) return [{ row: { line: next(), fields: {}, outcome: "FAILED", reason: "stray" } }];
    if (item.name === "VEVENT") {
      // What it needs may stand behind it: the clock of its place, or the series of which it changes the rest.
      const isEarly = isThisAndFuture(item) || zones.isMissingFor(item);
      return isEarly && waiting.take(item, isCancelled) ? [] : event(item, isCancelled);
    }
    if (item.name !== "VTIMEZONE")
      return [{ row: { line: next(), fields: {}, outcome: "SKIPPED", reason: "noEvent" } }];
    zones.add(item);
    return [];
  };
  const checked = (rows: ReadRow[]): ReadRow[] => {
    if (count > mostRows) throw new Refusal("tooManyRows", undefined, { limit: mostRows });
    // All that an entry says comes in with each time it took place: a few long ones fill a disk.
    for (const { row } of rows) letters += lettersOf(row);
    if (letters > unpackedBytes) {
      throw new Refusal("repeatsTooMuch", undefined, { limit: Math.floor(unpackedBytes / 1_000_000) });
    }
    return rows;
  };
  for await (const chunk of lines) for (const item of components.push(chunk)) yield checked(read(item));
  for (const item of components.end()) yield checked(read(item));
  const late = [...waiting.all()].sort((a, b) => rank(a.component) - rank(b.component));
  for (const { component, said } of late) yield checked(event(component, said));
}

/** A series before what changes it. */
const rank = (component: Component) => Number(isThisAndFuture(component));

function lettersOf(row: StagedRow): number {
  const people = "people" in row ? row.people : [];
  return [...Object.values(row.fields), ...people].reduce((sum, text) => sum + text.length, 0);
}
