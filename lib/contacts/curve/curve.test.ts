import { expect, test } from "vitest";
import { strengthAt, strengthCurve } from "./curve";

const day = 86_400_000;
const now = Date.UTC(2026, 5, 1);
const daysSinceT0 = (now - Date.UTC(2020, 0, 1)) / day;
/** The heat of S now. */
const heatOf = (s: number) => Math.log2(s) + daysSinceT0 / 180;

test("a meeting today is 50, and a third after a half-life", () => {
  expect(strengthAt(heatOf(8), now, 180)).toBeCloseTo(50, 9);
  expect(strengthAt(heatOf(8), now + 180 * day, 180)).toBeCloseTo(100 / 3, 9);
});

test("the line starts at nothing, steps up at each event and falls between them", () => {
  const heats = [
    { at: now - 100 * day, heat: heatOf(2) },
    { at: now - 10 * day, heat: heatOf(8) },
  ];
  const line = strengthCurve(heats, now - 200 * day, now, 180);
  expect(line.slice(0, 2)).toEqual([
    { at: now - 200 * day, strength: 0 },
    { at: now - 100 * day, strength: 0 },
  ]);
  expect(line.at(-1)).toEqual({ at: now, strength: strengthAt(heatOf(8), now, 180) });
  const falls = line.slice(3).filter((point, index) => point.strength < (line[index + 2]?.strength ?? 0));
  expect(falls).toHaveLength(line.length - 4); // all but the step at the second event
});

test("events before the picture are its height at the edge", () => {
  const line = strengthCurve([{ at: now - 500 * day, heat: heatOf(8) }], now - 200 * day, now, 180);
  expect(line[0]).toEqual({ at: now - 200 * day, strength: strengthAt(heatOf(8), now - 200 * day, 180) });
});

test("without events there is no line", () => {
  expect(strengthCurve([], now - 200 * day, now, 180)).toEqual([]);
});
