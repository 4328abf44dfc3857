// The pages' table as it is printed, with what isn't of one page alone.
import { say } from "../../scripts/say";
import type { Run } from "../results";
import { table } from "../table";
import { cells, compare, head, missed, most, type PageRow } from "./figures";
import type { Pages } from "./measure";

/** `before` is the run that the figures in brackets are from. */
export function sayPages({ floor, rows, restMb, soak }: Pages, before: Run | undefined) {
  const was = ({ work, data }: PageRow) =>
    [before?.pages?.floor, ...(before?.pages?.rows ?? [])].find((row) => row?.work === work && row.data === data);
  const smallest = (row: PageRow) => rows.find(({ work }) => work === row.work) ?? row;
  const compared = (row: PageRow) => compare(row, floor, smallest(row));
  say(
    table(
      head,
      [floor, ...rows].map((row) => cells(row, compared(row), was(row))),
    ),
  );
  const held = [floor, ...rows].flatMap(({ peakMb }) => peakMb ?? []);
  if (restMb !== null) {
    const rest = before?.pages?.restMb ? ` (${before.pages.restMb.toFixed(0)})` : "";
    say(
      `\nThe server held ${restMb.toFixed(0)}${rest} MB at rest (target ≤ ${most.restMb}), ${Math.max(...held).toFixed(0)} MB at the most (target ≤ ${most.loadMb}).`,
    );
  }
  if (soak.length > 0)
    say(`Asked for all of it without a pause, each minute: ${soak.map((mb) => mb?.toFixed(0)).join(", ")} MB.`);
  const reached = rows.filter((row) => missed(row, compared(row)).length === 0).length;
  say(`${reached} of ${rows.length} lines reach all their targets.`);
  if (before) say(`In brackets: ${before.started.slice(0, 16)}, commit ${before.machine.commit}.`);
}
