import { expect, test } from "vitest";
import { heatOf } from "./curve";
import { strengthMoments } from "./moments";
import type { StrengthHistory } from "./schema";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22);
const span = { from: now - 730 * day, to: now + 400 * day };
const decay = { halfLifeDays: 180 };
const heat = (s: number, at: number) => ({ at, heat: heatOf(s, at, decay) });

const history: StrengthHistory = {
  days: [{ ...heat(8, now - 100 * day), kinds: [{ kind: "IN_PERSON", count: 1 }], interactionId: "met" }],
  before: null,
  earlier: 0,
  firstAt: now - 100 * day,
  halfLifeDays: 180,
  warmAt: 4,
};
const told = (asked: Parameters<typeof strengthMoments>[3]) =>
  strengthMoments(history, span, now, asked).map(({ what, at, strength }) => [
    what,
    Math.round((at - now) / day),
    Math.round(strength),
  ]);

test("what happened, today, and the moment it falls out of warm, the latest first", () => {
  expect(told({ day: null, supposed: null })).toEqual([
    ["cools", 80, 33],
    ["today", 0, 40],
    ["contact", -100, 50],
  ]);
});

test("the day asked about and a supposed meeting have their places", () => {
  expect(told({ day: now - 10 * day, supposed: heat(12, now + 20 * day) })).toEqual([
    ["supposedCools", 305, 33],
    ["cools", 80, 33],
    ["supposed", 20, 60],
    ["today", 0, 40],
    ["asked", -10, 41],
    ["contact", -100, 50],
  ]);
});

test("a day before the picture begins isn't in it", () => {
  expect(told({ day: span.from - day, supposed: null })).toHaveLength(3);
});
