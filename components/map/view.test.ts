import { expect, test } from "vitest";
import { centreOn, wholeView, zoomAt } from "./view";

const size = { width: 800, height: 400 };
const seen = (view: { x: number; y: number; scale: number }, x: number, y: number) => [
  view.x + x * view.scale,
  view.y + y * view.scale,
];

test("what is under the pointer stays there, however near", () => {
  const view = { x: 100, y: 50, scale: 1 };
  const near = zoomAt(view, 3, 130, 80);
  expect(near.scale).toBe(3);
  expect(seen(near, 30, 30)).toEqual([130, 80]);
  expect(zoomAt(view, 1000, 0, 0).scale).toBe(12);
  expect(zoomAt(view, 0.0001, 0, 0).scale).toBe(0.05);
});

test("all of it is in the picture; who is looked for is in its middle", () => {
  const view = wholeView(Float32Array.from([-1000, 0, 1000, 300]), size);
  for (const [x, y] of [seen(view, -1000, 0), seen(view, 1000, 300)]) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(800);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(400);
  }
  expect(seen(centreOn(view, 1000, 300, size), 1000, 300)).toEqual([400, 200]);
  expect(wholeView(new Float32Array(), size)).toEqual({ x: 400, y: 200, scale: 1 });
});
