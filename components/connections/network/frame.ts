// Where things stand in the picture of the network. Lengths are units of its viewBox, moments milliseconds.
import type { NetworkPoint } from "@/lib/connections/network/schema";
import type { Span } from "@/lib/strength/history/span";

const dayMs = 86_400_000;

export const sizes = {
  wide: { width: 1080, top: 16, floor: 150, ticks: 12 },
  narrow: { width: 340, top: 16, floor: 150, ticks: 4 },
} as const;
export type NetworkSize = keyof typeof sizes;

export const momentOf = (point: Pick<NetworkPoint, "day">) => Date.parse(`${point.day}T00:00:00Z`);

/** From the first point to the last, three months at least. */
export function spanOf(points: NetworkPoint[]): Span {
  const moments = points.map(momentOf);
  const to = Math.max(...moments);
  return { from: Math.min(...moments, to - 90 * dayMs), to };
}

export function frameOf(name: NetworkSize, { from, to }: Span, most: number) {
  const size = sizes[name];
  return {
    ...size,
    height: size.floor + 22,
    most,
    x: (at: number) => ((at - from) / (to - from)) * size.width,
    y: (people: number) => size.floor - (people / Math.max(most, 1)) * (size.floor - size.top),
  };
}
export type NetworkFrame = ReturnType<typeof frameOf>;
