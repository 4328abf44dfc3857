// Where things stand in the picture of a contact's strength. Lengths are units of its viewBox.
import type { InteractionKind } from "@/lib/interactions/words";
import { strengthOf, strengthOn } from "@/lib/strength/history/curve";
import { heatsOf, type StrengthHistory } from "@/lib/strength/history/schema";
import type { Span } from "@/lib/strength/history/span";

/**
 * A size of the picture: beside other panels, over a page's whole width, and that on a phone. The curve lies between
 * `top` and `floor`; under it the marks, a row for each kind or (`row` 0) all in one.
 */
type Size = { width: number; top: number; floor: number; row: number; ticks: number };

export const sizes = {
  small: { width: 340, top: 16, floor: 96, row: 0, ticks: 0 },
  narrow: { width: 340, top: 30, floor: 190, row: 15, ticks: 4 },
  wide: { width: 1080, top: 30, floor: 270, row: 17, ticks: 9 },
} as const satisfies Record<string, Size>;
export type PictureSize = keyof typeof sizes;

export type Frame = Size & {
  height: number;
  /** Where the line of the marks of a kind runs. */
  rows: Map<InteractionKind, number>;
  x: (at: number) => number;
  y: (strength: number) => number;
};

export function frameOf(name: PictureSize, { from, to }: Span, kinds: InteractionKind[]): Frame {
  const size: Size = sizes[name];
  const first = size.floor + 11;
  const rows = new Map(kinds.map((kind, index) => [kind, first + index * size.row]));
  const lowest = kinds.length > 0 ? first + (kinds.length - 1) * size.row : size.floor;
  return {
    ...size,
    height: lowest + 24,
    rows,
    x: (at) => ((at - from) / (to - from)) * size.width,
    y: (strength) => size.floor - (strength / 100) * (size.floor - size.top),
  };
}

/** Text near an edge is written away from it. */
export function anchorAt(x: number, { width }: Pick<Frame, "width">): "start" | "middle" | "end" {
  if (x < width * 0.12) return "start";
  return x > width * 0.88 ? "end" : "middle";
}

/** At which end the line above which it is warm is named: where the curve is further from it. */
export function warmNameAt(history: StrengthHistory, { from, to }: Span): "start" | "end" {
  const heats = heatsOf(history);
  const away = (at: number) => Math.abs(strengthOn(heats, at, history) - strengthOf(history.warmAt));
  return away(to) > away(from) ? "end" : "start";
}
