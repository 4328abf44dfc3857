import { useFormatter, useTranslations } from "next-intl";
import { anchorAt } from "@/components/strength/picture/frame";
import { cn } from "@/components/ui/class-names";
import { useReader } from "@/components/ui/date";
import type { NetworkHistory, NetworkPoint } from "@/lib/connections/network/schema";
import { dateFormat } from "@/lib/dates/format";
import { ticks } from "@/lib/strength/history/span";
import { frameOf, momentOf, type NetworkFrame, type NetworkSize, spanOf } from "./frame";

type Line = "connected" | "vouched";
const strokes: Record<Line, string> = { connected: "stroke-ink/75", vouched: "stroke-accent" };
const fills: Record<Line, string> = { connected: "fill-ink/6", vouched: "fill-accent/15" };

/** Connected people and those vouched for: lines and grounds where they were counted, dashes where only dates tell. */
export function NetworkPicture({
  history: { proven, recorded },
  size,
  className,
}: {
  history: NetworkHistory;
  size: NetworkSize;
  className?: string;
}) {
  const t = useTranslations("connections.network");
  const points = [...proven, ...recorded];
  const span = spanOf(points);
  const frame = frameOf(size, span, Math.max(...points.map(({ connected }) => connected)));
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className={cn("w-full overflow-visible", className)}
      role="img"
      aria-label={t("label")}
    >
      <Months from={span.from} to={span.to} frame={frame} />
      {(["connected", "vouched"] as const).map((line) => (
        <g key={line} strokeWidth="2" strokeLinejoin="round" strokeLinecap="round">
          <path d={groundUnder(recorded, line, frame)} className={fills[line]} />
          <path d={lineThrough(proven, line, frame)} className={cn("fill-none", strokes[line])} strokeDasharray="1 5" />
          <path d={lineThrough(recorded, line, frame)} className={cn("fill-none", strokes[line])} />
          {recorded.slice(-1).map((point) => (
            <circle
              key={point.day}
              cx={frame.x(momentOf(point))}
              cy={frame.y(point[line])}
              r="3.5"
              strokeWidth="0"
              className={line === "vouched" ? "fill-accent" : "fill-ink/75"}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

const short = (length: number) => Math.round(length * 10) / 10;

function lineThrough(points: NetworkPoint[], line: Line, { x, y }: NetworkFrame): string {
  return points
    .map((point, index) => `${index ? "L" : "M"}${short(x(momentOf(point)))} ${short(y(point[line]))}`)
    .join("");
}

function groundUnder(points: NetworkPoint[], line: Line, frame: NetworkFrame): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  const { x, floor } = frame;
  return `${lineThrough(points, line, frame)}L${short(x(momentOf(last)))} ${floor}L${short(x(momentOf(first)))} ${floor}Z`;
}

/** The ground, the height of the most people there were, and the months. */
function Months({ from, to, frame }: { from: number; to: number; frame: NetworkFrame }) {
  const { locale } = useReader();
  const { number } = useFormatter();
  const { width, top, floor, height, most, x } = frame;
  const month = dateFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  const marked = ticks({ from, to }, frame.ticks);
  return (
    <g className="text-tiny">
      <line x2={width} y1={floor} y2={floor} className="stroke-line" />
      <line x2={width} y1={top} y2={top} className="stroke-edge" strokeDasharray="3 4" />
      <text x="0" y={top - 5} className="fill-faint">
        {number(most)}
      </text>
      <path d={marked.map(({ at }) => `M${short(x(at))} ${floor}v4`).join("")} className="stroke-edge" />
      {marked.map(({ at }) => (
        <text key={at} x={short(x(at))} y={height - 3} textAnchor={anchorAt(x(at), frame)} className="fill-faint">
          {month.format(at)}
        </text>
      ))}
    </g>
  );
}
