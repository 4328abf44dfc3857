import { expect, test } from "vitest";
import { coolings, heatOf, strengthAt, strengthCurve, strengthOn } from "./curve";

const day = 86_400_000;
const now = Date.UTC(2026, 5, 1);
const decay = { halfLifeDays: 180 };
/** The heat of S now. */
const heat = (s: number) => heatOf(s, now, decay);

test("a meeting today is 50, and a third after a half-life", () => {
  expect(strengthAt(heat(8), now, decay)).toBeCloseTo(50, 9);
  expect(strengthAt(heat(8), now + 180 * day, decay)).toBeCloseTo(100 / 3, 9);
});

test("the line starts at nothing, steps up at each event and falls between them", () => {
  const heats = [
    { at: now - 100 * day, heat: heat(2) },
    { at: now - 10 * day, heat: heat(8) },
  ];
  const line = strengthCurve(heats, now - 200 * day, now, decay);
  expect(line.slice(0, 2)).toEqual([
    { at: now - 200 * day, strength: 0 },
    { at: now - 100 * day, strength: 0 },
  ]);
  expect(line.at(-1)).toEqual({ at: now, strength: strengthAt(heat(8), now, decay) });
  const falls = line.slice(3).filter((point, index) => point.strength < (line[index + 2]?.strength ?? 0));
  expect(falls).toHaveLength(line.length - 4); // all but the step at the second event
});

test("events before the picture are its height at the edge", () => {
  const line = strengthCurve([{ at: now - 500 * day, heat: heat(8) }], now - 200 * day, now, decay);
  expect(line[0]).toEqual({ at: now - 200 * day, strength: strengthAt(heat(8), now - 200 * day, decay) });
});

test("without events there is no line", () => {
  expect(strengthCurve([], now - 200 * day, now, decay)).toEqual([]);
});

test("the strength on a day is that of what had happened by then", () => {
  const heats = [
    { at: now - 100 * day, heat: heat(2) },
    { at: now - 10 * day, heat: heat(8) },
  ];
  expect(strengthOn(heats, now - 101 * day, decay)).toBe(0);
  expect(strengthOn(heats, now - 50 * day, decay)).toBe(strengthAt(heat(2), now - 50 * day, decay));
  expect(strengthOn(heats, now, decay)).toBeCloseTo(50, 9);
});

test("it falls out of warm when S does, unless something happens first", () => {
  const warm = { ...decay, warmAt: 4 };
  const years = [now - 1000 * day, now + 1000 * day] as const;
  const meeting = { at: now, heat: heat(8) };
  const [falls] = coolings([meeting], ...years, warm);
  expect(falls).toBeCloseTo(now + 180 * day, -1);
  const inTime = { at: now + 170 * day, heat: heat(12) };
  expect(coolings([meeting, inTime], ...years, warm)).toHaveLength(1);
  expect(coolings([meeting, { ...inTime, at: now + 190 * day }], ...years, warm)).toHaveLength(2);
  expect(coolings([{ at: now, heat: heat(3) }], ...years, warm)).toEqual([]);
});
