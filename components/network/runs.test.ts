import { expect, test } from "vitest";
import { runsOf } from "./runs";

test("what nobody looked at for more than five weeks is a gap, not a line", () => {
  const day = 86_400_000;
  const points = [0, 7, 42, 78, 80].map((days) => ({ at: days * day, count: 1 }));
  expect(runsOf(points).map((run) => run.map(({ at }) => at / day))).toEqual([
    [0, 7, 42],
    [78, 80],
  ]);
  expect(runsOf([])).toEqual([]);
});
