import { expect, test } from "vitest";
import type { RelationshipMap } from "@/lib/map/schema";
import { personAt, sceneOf, shownTies } from "./scene";

const person = (name: string, strength: number) => ({ id: name, name, strength, verdict: "READY" as const });
const map: RelationshipMap = {
  people: [person("Ada", 90), person("Ben", 10), person("Cleo", 0)],
  hubs: [{ kind: "tag", name: "energy", members: [0, 2] }],
  introductions: [{ from: 1, to: 0, isOwn: false, times: 2 }],
  total: 3,
  leftOut: 0,
};

test("each tie of the map is drawn once, by its kind, and laid out only where it is shown", () => {
  const scene = sceneOf(map);
  expect([...scene.ties.introduction]).toEqual([1, 0]);
  expect([...scene.ties.tag]).toEqual([0, 3, 2, 3]);
  expect([...shownTies(scene, new Set(["tag"]))]).toEqual([0, 3, 2, 3]);
  expect([...shownTies(scene, new Set(["introduction", "tag"]))]).toEqual([1, 0, 0, 3, 2, 3]);
  expect([...scene.byGroup.READY, ...scene.byGroup.tag]).toEqual([0, 1, 2, 3]);
  expect(scene.radius[0]).toBeGreaterThan(scene.radius[1] ?? 0);
});

test("the person nearest to the pointer is meant, and nobody far from it", () => {
  const scene = sceneOf(map);
  scene.positions.set([0, 0, 10, 0, 100, 0, 12, 0]);
  expect(personAt(scene, 8, 0, 4)).toBe(1);
  expect(personAt(scene, 12, 0, 4)).toBe(1);
  expect(personAt(scene, 60, 0, 4)).toBeNull();
});
