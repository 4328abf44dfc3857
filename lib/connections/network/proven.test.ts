import { expect, test } from "vitest";
import { monthEnds, provenPoints } from "./proven";

test("the ends of months that are over", () => {
  expect(monthEnds("2025-11-15", "2026-03-01")).toEqual(["2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28"]);
  expect(monthEnds("2026-02-01", "2026-02-28")).toEqual([]);
});

test("who came earlier is still there, and who ran out is not", () => {
  const ends = monthEnds("2025-12-01", "2026-03-15");
  expect(
    provenPoints(
      ends,
      [
        { month: "2019-05-01", by: 3 },
        { month: "2026-01-01", by: 2 },
      ],
      [
        { month: "2025-12-01", by: 2 },
        { month: "2026-02-01", by: -1 },
      ],
    ),
  ).toEqual([
    { day: "2025-12-31", connected: 3, vouched: 2 },
    { day: "2026-01-31", connected: 5, vouched: 2 },
    { day: "2026-02-28", connected: 5, vouched: 1 },
  ]);
});

test("nothing is drawn of the time before anybody", () => {
  const points = provenPoints(monthEnds("2025-10-01", "2026-02-01"), [{ month: "2026-01-01", by: 1 }], []);
  expect(points.map(({ day }) => day)).toEqual(["2025-12-31", "2026-01-31"]);
});
