import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { withClient } from "../../scripts/database/with-client";
import type { Touch } from "./contact-files";
import { day, pairKey } from "./pairs";
import { setHalfLife, strengthsAt, writeAsOwner } from "./product";

const database = testDatabase();
const touch = (from: number, to: number, how: Touch["how"], at = 0): Touch => ({ at, from, to, how });
const touches = [
  touch(1, 2, "call"),
  touch(1, 3, "missed"),
  touch(1, 4, "message"),
  touch(4, 1, "message"),
  touch(1, 5, "call"),
  touch(1, 5, "call", day - 1),
  touch(1, 6, "call"),
  touch(1, 6, "call", day),
];
let strengths: Map<string, number>[] = [];

beforeAll(() =>
  withClient(database.adminUrl, async (client) => {
    const owner = await writeAsOwner(client, touches);
    const soon = await strengthsAt(client, owner, 1);
    const atMidnight = await strengthsAt(client, owner, day);
    const after = await strengthsAt(client, owner, day + 1);
    await setHalfLife(client, owner, 1);
    strengths = [soon, atMidnight, after, await strengthsAt(client, owner, day + 1)];
  }),
);
const s = (moment: number, person: number, other: number) =>
  strengths[moment]?.get(pairKey(person, other)) ?? Number.NaN;

test("a call weighs 2, a missed one 0.15 one way, a message 0.5 one way; what is answered counts in full", () => {
  expect(s(0, 1, 2)).toBeCloseTo(2, 12);
  expect(s(0, 1, 3)).toBeCloseTo(0.15 / 2, 12);
  expect(s(0, 1, 4)).toBeCloseTo(1, 12);
});

test("each of two sees the other", () => {
  for (const other of [2, 3, 4, 5, 6]) expect(s(0, other, 1)).toBe(s(0, 1, other));
  expect(strengths[0]?.size).toBe(10);
});

test("days are the file's: two calls of one day count once, and what happens at the cut isn't there yet", () => {
  expect(s(2, 1, 5)).toBeCloseTo(2, 4);
  expect(s(1, 1, 6)).toBeLessThan(2);
  expect(s(2, 1, 6)).toBeGreaterThan(3.9);
});

test("the half-life is the owner's", () => {
  expect(s(3, 1, 2)).toBeCloseTo(1, 12);
});
