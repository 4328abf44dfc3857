// What joins people, from what is written about each: pure.
import type { MapHub, MapIntroduction, MapPerson, RelationshipMap, Shared, Ties } from "./schema";
import { mostShared } from "./words";

export type FoundPerson = MapPerson & { company: string | null };
export type FoundTag = { contactId: string; tagId: string; name: string };
export type FoundIntroduction = { from: string; to: string; isOwn: boolean };

/** Companies are the same whatever their case and spaces. A shared company of n people is one hub and n ties, not n² of them. */
export function buildMap(
  found: FoundPerson[],
  tags: FoundTag[],
  introductions: FoundIntroduction[],
  total: number,
): RelationshipMap {
  const places = new Map(found.map(({ id }, place) => [id, place]));
  const hubs = new Map<string, MapHub>();
  const join = (key: string, kind: MapHub["kind"], name: string, place: number) => {
    const hub = hubs.get(key) ?? { kind, name, members: [] };
    hub.members.push(place);
    hubs.set(key, hub);
  };
  for (const [place, { company }] of found.entries()) {
    const name = company?.trim().replace(/\s+/g, " ");
    if (name) join(`company ${name.toLowerCase()}`, "company", name, place);
  }
  for (const { contactId, tagId, name } of tags) {
    const place = places.get(contactId);
    if (place !== undefined) join(`tag ${tagId}`, "tag", name, place);
  }
  const shared = [...hubs.values()].filter(({ members }) => members.length > 1);
  const drawn = mostTelling(shared);
  return {
    people: found.map(({ company: _, ...person }) => person),
    hubs: drawn,
    introductions: together(introductions, places),
    total,
    leftOut: shared.length - drawn.length,
  };
}

/** What few share tells the most: those come first, as many as can be drawn. */
function mostTelling(shared: MapHub[]): MapHub[] {
  let ties = 0;
  return shared
    .toSorted((a, b) => a.members.length - b.members.length || a.name.localeCompare(b.name))
    .filter(({ members }) => {
      ties += members.length;
      return ties <= mostShared;
    })
    .map((hub) => ({ ...hub, members: hub.members.toSorted((a, b) => a - b) }));
}

/** Each two once, however often they were introduced; two the owner brought together whichever way it was written. */
function together(introductions: FoundIntroduction[], places: Map<string, number>): MapIntroduction[] {
  const found = new Map<string, MapIntroduction>();
  for (const { from, to, isOwn } of introductions) {
    const [a, b] = [places.get(from), places.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    const [first, second] = isOwn && a > b ? [b, a] : [a, b];
    const key = `${first} ${second} ${isOwn}`;
    const introduction = found.get(key) ?? { from: first, to: second, isOwn, times: 0 };
    introduction.times++;
    found.set(key, introduction);
  }
  return [...found.values()];
}

/** Everything the map says of each of its people, in their order: the table's lines, and what is told of who is chosen. */
export function tiesOf({ people, hubs, introductions }: RelationshipMap): Ties[] {
  const ties = people.map(
    (): Ties => ({ introducedBy: [], introduced: [], broughtTogether: [], companies: [], tags: [] }),
  );
  for (const { from, to, isOwn } of introductions) {
    ties[isOwn ? from : to]?.[isOwn ? "broughtTogether" : "introducedBy"].push(isOwn ? to : from);
    ties[isOwn ? to : from]?.[isOwn ? "broughtTogether" : "introduced"].push(isOwn ? from : to);
  }
  for (const { kind, name, members } of hubs) {
    for (const member of members) {
      const shared: Shared = { name, others: members.filter((other) => other !== member) };
      ties[member]?.[kind === "company" ? "companies" : "tags"].push(shared);
    }
  }
  return ties;
}
