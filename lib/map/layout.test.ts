import { expect, test } from "vitest";
import { startLayout, steps } from "./layout";

const links = Uint16Array.from([0, 3, 1, 3, 2, 4]);

function laidOut() {
  const { step, positions } = startLayout({ nodes: 6, links });
  let taken = 1;
  while (!step()) taken++;
  return { taken, positions };
}

test("it ends, and the same map is laid out the same way", () => {
  const { taken, positions } = laidOut();
  expect(taken).toBe(steps);
  expect(positions.every(Number.isFinite)).toBe(true);
  expect(positions).toEqual(laidOut().positions);
});

test("who is tied stands nearer than who isn't", () => {
  const { positions } = laidOut();
  const apart = (a: number, b: number) =>
    Math.hypot(
      (positions[a * 2] ?? 0) - (positions[b * 2] ?? 0),
      (positions[a * 2 + 1] ?? 0) - (positions[b * 2 + 1] ?? 0),
    );
  expect(apart(0, 3)).toBeLessThan(apart(0, 4));
  expect(apart(2, 4)).toBeLessThan(apart(2, 5));
});
