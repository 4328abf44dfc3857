import { expect, test } from "vitest";
import type { NetworkPoint } from "./schema";
import { withNow } from "./with-now";

const recorded = (...days: string[]): NetworkPoint[] => days.map((day) => ({ day, connected: 40, vouched: 12 }));
const daysWith = (now: string, ...days: string[]) =>
  withNow({ proven: [], recorded: recorded(...days), undated: 0 }, { day: now, connected: 41, vouched: 13 }).recorded;

test("how it is now is the last point, whether or not the day was recorded before", () => {
  expect(daysWith("2026-11-30")).toEqual([{ day: "2026-11-30", connected: 41, vouched: 13 }]);
  expect(daysWith("2026-11-30", "2026-11-29", "2026-11-30").map(({ day, connected }) => [day, connected])).toEqual([
    ["2026-11-29", 40], // Sunday, of the week before
    ["2026-11-30", 41],
  ]);
});

test("of its week and month it is the only one", () => {
  const days = (now: string, ...before: string[]) => daysWith(now, ...before).map(({ day }) => day);
  expect(days("2026-11-27", "2026-11-22", "2026-11-23", "2026-11-26")).toEqual(["2026-11-22", "2026-11-27"]);
  expect(days("2026-12-02", "2026-11-30", "2026-12-01")).toEqual(["2026-11-30", "2026-12-02"]); // the month's last stays
});
