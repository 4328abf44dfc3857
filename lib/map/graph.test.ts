import { expect, test } from "vitest";
import { buildMap, type FoundPerson, tiesOf } from "./graph";
import { mostShared } from "./words";

const person = (name: string, company: string | null = null): FoundPerson => ({
  ...{ id: name, name, company },
  ...{ verdict: "BUILDING", strength: 10 },
});

test("a shared company or tag is one hub, and what one alone has is none", () => {
  const map = buildMap(
    [person("Ada", " Kumo "), person("Ben", "KUMO"), person("Cleo", "Tern"), person("Dan")],
    [
      { contactId: "Ada", tagId: "1", name: "energy" },
      { contactId: "Dan", tagId: "1", name: "energy" },
      { contactId: "Cleo", tagId: "2", name: "law" },
      { contactId: "somebody else", tagId: "2", name: "law" },
    ],
    [],
    4,
  );
  expect(map.hubs).toEqual([
    { kind: "tag", name: "energy", members: [0, 3] },
    { kind: "company", name: "Kumo", members: [0, 1] },
  ]);
});

test("introductions keep who introduced whom; those of the owner's are said once, however they were written", () => {
  const map = buildMap(
    [person("Ada"), person("Ben"), person("Cleo")],
    [],
    [
      { from: "Ben", to: "Ada", isOwn: false },
      { from: "Ben", to: "Ada", isOwn: false },
      { from: "Cleo", to: "Ben", isOwn: true },
      { from: "Ben", to: "nobody shown", isOwn: false },
    ],
    3,
  );
  expect(map.introductions).toEqual([
    { from: 1, to: 0, isOwn: false, times: 2 },
    { from: 1, to: 2, isOwn: true, times: 1 },
  ]);
  expect(
    tiesOf(map).map(({ introducedBy, introduced, broughtTogether }) => [introducedBy, introduced, broughtTogether]),
  ).toEqual([
    [[1], [], []],
    [[], [0], [2]],
    [[], [], [1]],
  ]);
});

test("the table's lines hold each tie of the map from both of its ends, and no other", () => {
  const people = Array.from({ length: 30 }, (_, n) => person(`P${n}`, `Company ${n % 7}`));
  const map = buildMap(
    people,
    people.map(({ id }, n) => ({ contactId: id, tagId: String(n % 4), name: `tag ${n % 4}` })),
    people.slice(1).map(({ id }, n) => ({ from: `P${n}`, to: id, isOwn: n % 3 === 0 })),
    30,
  );
  const ties = tiesOf(map);
  const drawn = map.hubs.flatMap(({ name, members }) =>
    members.flatMap((one) => members.filter((other) => other !== one).map((other) => `${one} ${name} ${other}`)),
  );
  const told = ties.flatMap(({ companies, tags }, one) =>
    [...companies, ...tags].flatMap(({ name, others }) => others.map((other) => `${one} ${name} ${other}`)),
  );
  expect(told.sort()).toEqual(drawn.sort());
  const ends = ties.flatMap(({ introducedBy, introduced, broughtTogether }) => [
    ...introducedBy,
    ...introduced,
    ...broughtTogether,
  ]);
  expect(ends).toHaveLength(map.introductions.length * 2);
});

test("what nearly everybody shares is left out first, and that is said", () => {
  const people = Array.from({ length: 2_000 }, (_, n) => person(`P${n}`));
  const tags = [1, 2, 3, 4].flatMap((tag) =>
    people
      .slice(0, tag === 4 ? 50 : 2_000 - tag)
      .map(({ id }) => ({ contactId: id, tagId: String(tag), name: `tag ${tag}` })),
  );
  const map = buildMap(people, tags, [], 2_000);
  expect(map.hubs.map(({ name }) => name)).toEqual(["tag 4", "tag 3", "tag 2"]);
  expect(map.leftOut).toBe(1);
  expect(map.hubs.reduce((sum, { members }) => sum + members.length, 0)).toBeLessThanOrEqual(mostShared);
});
