// The entries of an .ics file, one after the other.
import { Refusal } from "@/lib/refusal";
import type { ImportLimits } from "../file/limits";
import type { ReadRow, StagedRow } from "../file/staged-row";
import { type Component, Components, type Stray } from "../lines/components";
import type { ContentLine } from "../lines/content-lines";
import { Zones } from "./moments";
import { readEvent } from "./read";
import { Patience } from "./repeats";

/** `timeZone` is the owner's. Rows are numbered as they come: one entry may have taken place many times. */
export async function* readEvents(
  lines: AsyncIterable<readonly ContentLine[]>,
  timeZone: string,
  now: Date,
  { rows: mostRows, unpackedBytes }: Pick<ImportLimits, "rows" | "unpackedBytes">,
): AsyncGenerator<ReadRow[]> {
  const patience = new Patience();
  const zones = new Zones(timeZone, now, patience);
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
  const read = (item: Component | Stray): ReadRow[] => {
    if (item.name === null) return [{ row: { line: next(), fields: {}, outcome: "FAILED", reason: "stray" } }];
    if (item.name === "VEVENT") return readEvent(item, { zones, now, patience, isCancelled }, next);
    if (item.name !== "VTIMEZONE")
      return [{ row: { line: next(), fields: {}, outcome: "SKIPPED", reason: "noEvent" } }];
    zones.add(item);
    return [];
  };
  const checked = function* (found: Iterable<Component | Stray>) {
    for (const item of found) {
      const rows = read(item);
      if (count > mostRows) throw new Refusal("tooManyRows", undefined, { limit: mostRows });
      // All that an entry says comes in with each time it took place: a few long ones fill a disk.
      for (const { row } of rows) letters += lettersOf(row);
      if (letters > unpackedBytes) {
        throw new Refusal("repeatsTooMuch", undefined, { limit: Math.floor(unpackedBytes / 1_000_000) });
      }
      yield rows;
    }
  };
  for await (const chunk of lines) yield* checked(components.push(chunk));
  yield* checked(components.end());
}

function lettersOf(row: StagedRow): number {
  const people = "people" in row ? row.people : [];
  return [...Object.values(row.fields), ...people].reduce((sum, text) => sum + text.length, 0);
}
