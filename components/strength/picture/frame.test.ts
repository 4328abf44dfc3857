import { expect, test } from "vitest";
import { heatOf } from "@/lib/strength/history/curve";
import { warmNameAt } from "./frame";

const day = 86_400_000;
const now = Date.UTC(2026, 11, 1);
const span = { from: now - 270 * day, to: now + 180 * day };

/** Whose decayed sum was `sum` so many days ago, and who did nothing since; warm is from 4 on. */
const history = (sum: number, daysAgo: number) => ({
  ...{ halfLifeDays: 180, warmAt: 4, days: [], earlier: 1, firstAt: now - daysAgo * day },
  before: { at: now - daysAgo * day, heat: heatOf(sum, now - daysAgo * day, { halfLifeDays: 180 }) },
});

test("the line is named at its end where the curve begins on it", () => {
  expect(warmNameAt(history(4.2, 270), span)).toBe("end");
});

test("and at its beginning where the curve ends on it, or begins far below", () => {
  expect(warmNameAt(history(4 * 2 ** (450 / 180), 270), span)).toBe("start");
  expect(warmNameAt(history(12, 30), span)).toBe("start"); // nothing had happened yet
});
