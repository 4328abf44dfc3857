// The map as arrays of numbers: what a frame is drawn from without making anything anew.
import type { RelationshipMap } from "@/lib/map/schema";
import { type TieKind, tieKinds } from "@/lib/map/words";
import { type Verdict, verdicts } from "@/lib/strength/schema";

/** What is drawn in one colour: people of a verdict, companies, tags. */
export const groups = [...verdicts, "company", "tag"] as const;
export type Group = Verdict | "company" | "tag";

export type Scene = {
  /** People first, in the map's order, then companies and tags. */
  nodes: number;
  people: number;
  names: string[];
  radius: Float32Array;
  positions: Float32Array;
  /** The places of the nodes of each group. */
  byGroup: Record<Group, Uint16Array>;
  /** Both ends of each tie of a kind after one another. */
  ties: Record<TieKind, Uint16Array>;
  /** Of introductions: how wide, by how often; and whether it leads from the first to the second. */
  widths: Uint8Array;
  isLed: Uint8Array;
  /** Of what follows the people: whether it is a tag, else it is a company. */
  isTag: Uint8Array;
  /** Companies and tags the most shared first, then people, the strongest first: whose name is written where there is room. */
  naming: Uint16Array;
};

export function sceneOf({ people, hubs, introductions }: RelationshipMap): Scene {
  const nodes = people.length + hubs.length;
  const radius = new Float32Array(nodes);
  for (const [place, { strength }] of people.entries()) radius[place] = 3 + Math.sqrt(strength) * 0.6;
  for (const [place, { members }] of hubs.entries()) {
    radius[people.length + place] = 3.5 + Math.min(Math.sqrt(members.length), 8);
  }
  const placesOf = (isOf: (place: number) => boolean) =>
    Uint16Array.from(Array.from({ length: nodes }, (_, place) => place).filter(isOf));
  const ties = (kind: TieKind) =>
    Uint16Array.from(
      kind === "introduction"
        ? introductions.flatMap(({ from, to }) => [from, to])
        : hubs.flatMap((hub, place) =>
            hub.kind === kind ? hub.members.flatMap((member) => [member, people.length + place]) : [],
          ),
    );
  const hubsBySize = hubs
    .map((_, place) => place)
    .sort((a, b) => (hubs[b]?.members.length ?? 0) - (hubs[a]?.members.length ?? 0));
  return {
    nodes,
    people: people.length,
    names: [...people, ...hubs].map(({ name }) => name),
    radius,
    positions: new Float32Array(nodes * 2),
    byGroup: Object.fromEntries(
      groups.map((group) => [
        group,
        placesOf((place) => (people[place]?.verdict ?? hubs[place - people.length]?.kind) === group),
      ]),
    ) as Scene["byGroup"],
    ties: Object.fromEntries(tieKinds.map((kind) => [kind, ties(kind)])) as Scene["ties"],
    widths: Uint8Array.from(introductions, ({ times }) => Math.min(times, 4)),
    isLed: Uint8Array.from(introductions, ({ isOwn }) => Number(!isOwn)),
    isTag: Uint8Array.from(hubs, ({ kind }) => Number(kind === "tag")),
    naming: Uint16Array.from([...hubsBySize.map((place) => people.length + place), ...people.map((_, place) => place)]),
  };
}

/** The ends of all ties that are shown, for the layout. */
export function shownTies({ ties }: Scene, shown: ReadonlySet<TieKind>): Uint16Array<ArrayBuffer> {
  const kinds = tieKinds.filter((kind) => shown.has(kind));
  const all = new Uint16Array(kinds.reduce((sum, kind) => sum + ties[kind].length, 0));
  let at = 0;
  for (const kind of kinds) {
    all.set(ties[kind], at);
    at += ties[kind].length;
  }
  return all;
}

/** The person under x, y (of the map), or within `reach` of it: the nearest. Null where there is none. */
export function personAt({ people, positions, radius }: Scene, x: number, y: number, reach: number): number | null {
  let found: number | null = null;
  let best = Number.POSITIVE_INFINITY;
  for (let place = 0; place < people; place++) {
    const away = Math.hypot((positions[place * 2] ?? 0) - x, (positions[place * 2 + 1] ?? 0) - y);
    if (away >= best || away > (radius[place] ?? 0) + reach) continue;
    found = place;
    best = away;
  }
  return found;
}
