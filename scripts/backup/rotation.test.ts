import * as fc from "fast-check";
import { expect, test } from "vitest";
import { backupName, madeAt, outdated } from "./rotation";

const ours = "0123456789ab";
const theirs = "ba9876543210";
const day = 86_400_000;
const start = Date.UTC(2026, 0, 1, 3);
/** One each night from 1 January on. */
const nights = (count: number) => Array.from({ length: count }, (_, n) => backupName(ours, new Date(start + n * day)));
const kept = (names: string[], keep: Parameters<typeof outdated>[2]) => {
  const gone = new Set(outdated(ours, names, keep));
  return names.filter((name) => !gone.has(name)).map((name) => name.slice(19, 29));
};

test("a name tells when the backup was made, and other files tell nothing", () => {
  expect(backupName(ours, new Date("2026-11-29T03:00:07.123Z"))).toBe("vouch-0123456789ab-2026-11-29T03-00-07Z.backup");
  expect(madeAt(ours, "vouch-0123456789ab-2026-11-29T03-00-07Z.backup")).toEqual(new Date("2026-11-29T03:00:07Z"));
  for (const name of [
    "mine.backup",
    "vouch-2026-11-29T03-00-07Z.backup",
    "vouch-0123456789ab-2026-11-29T03-00-07Z.backup.12.unfinished",
    "vouch-0123456789ab-2026-99-29T03-00-07Z.backup",
    backupName(theirs, new Date(start)),
  ]) {
    expect(madeAt(ours, name)).toBeUndefined();
  }
});

test("after a year of nights: 7 days, 4 weeks and 12 months, each by its newest", () => {
  expect(kept(nights(365), { days: 7, weeks: 4, months: 12 })).toEqual([
    ...["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"],
    ...["2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30"],
    ...["2026-12-13", "2026-12-20", "2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29"],
    ...["2026-12-30", "2026-12-31"],
  ]);
});

test("of several in a day the newest stays, and days without any don't count", () => {
  const names = ["2026-01-05T03:00:00Z", "2026-03-01T03:00:00Z", "2026-03-01T21:00:00Z", "2026-03-02T03:00:00Z"].map(
    (at) => backupName(ours, new Date(at)),
  );
  expect(outdated(ours, names, { days: 3, weeks: 0, months: 0 })).toEqual([
    backupName(ours, new Date("2026-03-01T03:00:00Z")),
  ]);
});

test("whatever is to be kept: never the newest goes, never a file that isn't a backup or is another Vouch's, and nothing comes of doing it twice", () => {
  const names = fc.uniqueArray(fc.integer({ min: 0, max: 500 * 24 }), { minLength: 1, maxLength: 60 });
  const few = fc.integer({ min: 0, max: 14 });
  fc.assert(
    fc.property(names, fc.record({ days: few, weeks: few, months: few }), (hours, keep) => {
      const all = hours.map((hour) => backupName(ours, new Date(start + hour * 3_600_000)));
      const others = ["holiday.jpg", ...hours.map((hour) => backupName(theirs, new Date(start + hour * 3_600_000)))];
      const gone = outdated(ours, [...all, ...others], keep);
      const left = all.filter((name) => !gone.includes(name));
      expect(gone.filter((name) => others.includes(name))).toEqual([]);
      expect(left).toContain(all.toSorted().at(-1));
      expect(left.length).toBeLessThanOrEqual(Math.max(1, keep.days + keep.weeks + keep.months));
      expect(outdated(ours, left, keep)).toEqual([]);
    }),
  );
});
