import { cn } from "@/components/ui/class-names";
import type { InteractionKind } from "@/lib/interactions/words";

/** Told apart by shape: what was joint is filled, what was written is an outline. */
const shapes: Record<InteractionKind, (x: number, y: number) => string> = {
  IN_PERSON: (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0`,
  VIDEO: (x, y) => `M${x - 3.5} ${y - 3.5}h7v7h-7z`,
  CALL: (x, y) => `M${x} ${y - 4}l4.2 7.4h-8.4z`,
  MESSAGE: (x, y) => `M${x} ${y - 4}l4 4l-4 4l-4-4z`,
  COMMENT: (x, y) => `M${x} ${y - 4}v8`,
};
const isFilled = (kind: InteractionKind) => kind !== "MESSAGE" && kind !== "COMMENT";
const short = (length: number) => Math.round(length * 10) / 10;

/** One path for all marks of a kind: hundreds of days stay a few kilobytes. */
export function Marks({ kind, at, y }: { kind: InteractionKind; at: number[]; y: number }) {
  return (
    <path
      d={at.map((x) => shapes[kind](short(x), y)).join("")}
      className={cn("stroke-ink", isFilled(kind) ? "fill-ink" : "fill-none")}
      strokeWidth={isFilled(kind) ? 0 : 1.3}
    />
  );
}
