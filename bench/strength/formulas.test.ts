import { expect, test } from "vitest";
import { count, distinctDays, dotAlign, pingCrm, recency } from "./formulas";
import { day, type Seen } from "./pairs";

const now = 400 * day;
const daysAgo = (days: number, facts: Partial<Seen> = {}): Seen => ({
  at: now - days * day,
  how: "message",
  outbound: true,
  ...facts,
});
const inbound = { outbound: false };
const times = (n: number, seen: Seen) => Array.from({ length: n }, () => seen);

test("recency, count and distinct days", () => {
  const seen = [daysAgo(2.5), daysAgo(2.4), daysAgo(1)];
  expect(recency(seen, now)).toBe(now - day);
  expect(count(seen, now)).toBe(3);
  expect(distinctDays(seen, now)).toBe(2);
});

test("PingCRM: four for balance, three for the last week, two for eight times, one for two channels", () => {
  const balanced = [...times(4, daysAgo(3)), ...times(4, daysAgo(2, inbound))];
  expect(pingCrm(balanced, now)).toBe(9);
  expect(pingCrm([...balanced, daysAgo(1, { how: "call", ...inbound })], now)).toBe(9); // a little less balanced
  expect(pingCrm([daysAgo(1)], now)).toBe(2); // half of three, to the even neighbour
  expect(pingCrm([daysAgo(20)], now)).toBe(1);
  expect(pingCrm([daysAgo(60)], now)).toBe(0);
  expect(pingCrm([daysAgo(60, inbound)], now)).toBe(1);
  expect(pingCrm([daysAgo(91, inbound)], now)).toBe(0);
  expect(pingCrm([...times(8, daysAgo(40)), daysAgo(40, inbound)], now)).toBe(1); // 9 × 0.3 is below 3
});

test("PingCRM: halves go to the even neighbour", () => {
  expect(pingCrm([...times(8, daysAgo(95)), daysAgo(95, inbound)], now)).toBe(0); // 4 × 1/8
  expect(pingCrm([...times(8, daysAgo(95)), ...times(3, daysAgo(95, inbound))], now)).toBe(2); // 4 × 3/8
});

test("DotAlign: three for a call, one for what was answered, fading since the last of both ways", () => {
  expect(dotAlign([daysAgo(0), daysAgo(0)], now)).toBe(1);
  expect(dotAlign([daysAgo(0), daysAgo(0, inbound)], now)).toBe(2);
  expect(dotAlign([daysAgo(0, { how: "call" })], now)).toBe(4);
  expect(dotAlign([daysAgo(0, { how: "missed" })], now)).toBe(1);
  expect(dotAlign(times(50, daysAgo(0, { how: "call" })), now)).toBe(100);
  // 365 days: half of three quarters, a sixth of a quarter
  expect(dotAlign([daysAgo(365, inbound), ...times(9, daysAgo(365, { how: "call" })), daysAgo(0)], now)).toBeCloseTo(
    29 * (1 - 0.375 - 0.25 / 6),
  );
});
