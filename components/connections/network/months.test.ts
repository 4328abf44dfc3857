import { expect, test } from "vitest";
import { byMonth } from "./months";

test("each month once, as it ended, the latest first; counted where it was counted", () => {
  const point = (day: string, connected: number) => ({ day, connected, vouched: 0 });
  const months = byMonth({
    proven: [point("2026-09-30", 7), point("2026-10-31", 8)],
    recorded: [point("2026-10-20", 9), point("2026-11-02", 9), point("2026-11-28", 10)],
    undated: 0,
  });
  expect(months.map(({ day, connected, isRecorded }) => `${day} ${connected} ${isRecorded}`)).toEqual([
    "2026-11-28 10 true",
    "2026-10-20 9 true",
    "2026-09-30 7 false",
  ]);
});
