import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { type InteractionKind, interactionKinds } from "@/lib/interactions/words";
import { type Asked, strengthMoments } from "@/lib/strength/history/moments";
import type { DayOfContact, StrengthHistory } from "@/lib/strength/history/schema";
import type { Span } from "@/lib/strength/history/span";
import { Axis, WarmName } from "./axis";
import { Course, Points } from "./course";
import { type Frame, frameOf, type PictureSize } from "./frame";
import { Marks } from "./mark-shape";

export type Pictured = { history: StrengthHistory; span: Span; now: number; asked?: Asked };

/** The kinds of interaction a span has, in the order they are always in. */
export const kindsIn = (days: DayOfContact[]) =>
  interactionKinds.filter((kind) => days.some((day) => day.kinds.some((each) => each.kind === kind)));

/**
 * Strength over time, drawn here on the server: line, dots and dashes, and a mark of its own shape for every kind of
 * interaction, so that it reads without colour. What it shows stands in words beside it (MomentsTable).
 */
export function StrengthPicture({
  history,
  span,
  now,
  asked = { day: null, supposed: null },
  size,
  className,
}: Pictured & { size: PictureSize; className?: string }) {
  const t = useTranslations("strength.picture");
  const frame = frameOf(size, span, kindsIn(history.days));
  const { width, height, rows } = frame;
  const marks = marksOf(history.days, frame);
  const moments = strengthMoments(history, span, now, asked);
  const drawn = { history, span, now, frame };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={cn("w-full overflow-visible", className)}
      role="img"
      aria-label={t(size === "small" ? "labelSmall" : "label")}
    >
      <Axis span={span} warmAt={history.warmAt} frame={frame} />
      {[...rows].map(([kind, y]) => (
        <Marks key={kind} kind={kind} y={y} at={marks.filter((mark) => mark.kind === kind).map((mark) => mark.x)} />
      ))}
      <Course {...drawn} supposed={asked.supposed} />
      <WarmName {...drawn} />
      <Points {...drawn} moments={moments} supposed={asked.supposed} />
    </svg>
  );
}

/** A mark for every day and kind; in one row, where they would lie on each other, the weightiest of them. */
function marksOf(days: DayOfContact[], { x, row }: Frame): { kind: InteractionKind; x: number }[] {
  const all = interactionKinds.flatMap((kind) =>
    days.filter(({ kinds }) => kinds.some((each) => each.kind === kind)).map(({ at }) => ({ kind, x: x(at) })),
  );
  if (row > 0) return all;
  const placed: typeof all = [];
  for (const mark of all) if (placed.every((other) => Math.abs(other.x - mark.x) > 9)) placed.push(mark);
  return placed;
}
