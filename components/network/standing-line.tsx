import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import type { Point } from "./runs";
import { runsOf } from "./runs";

const size = { width: 240, top: 4, floor: 44 };

/**
 * How many there were of one kind, over time, each on a scale of its own. The line breaks where nobody looked for weeks.
 * `ink` is the colour, for `currentColor`.
 */
export function StandingLine({
  name,
  points,
  from,
  to,
  ink,
}: {
  name: string;
  points: Point[];
  from: number;
  to: number;
  ink: string;
}) {
  const t = useTranslations("network");
  const most = Math.max(1, ...points.map(({ count }) => count));
  const x = (at: number) => Math.round(((at - from) / (to - from)) * size.width * 10) / 10;
  const y = (count: number) => Math.round((size.floor - (count / most) * (size.floor - size.top)) * 10) / 10;
  const [first, now] = [points[0], points.at(-1)];
  return (
    <li className="grid gap-1">
      <p className="flex items-baseline justify-between gap-2 text-small">
        <span className="text-dim">{name}</span>
        <span className="font-bold text-body">{t("people", { count: now?.count ?? 0 })}</span>
      </p>
      <svg
        role="img"
        aria-label={t("course", { name, first: first?.count ?? 0, now: now?.count ?? 0, most })}
        viewBox={`0 0 ${size.width} ${size.floor + 4}`}
        preserveAspectRatio="none"
        className={cn("h-12 w-full overflow-visible", ink)}
      >
        <line
          x2={size.width}
          y1={size.floor}
          y2={size.floor}
          className="stroke-line"
          vectorEffect="non-scaling-stroke"
        />
        {runsOf(points).map((run) => {
          const line = run.map(({ at, count }, index) => `${index ? "L" : "M"}${x(at)} ${y(count)}`).join("");
          const [start, end] = [run[0], run.at(-1)];
          return (
            <g key={start?.at}>
              <path
                d={`${line}L${x(end?.at ?? 0)} ${size.floor}L${x(start?.at ?? 0)} ${size.floor}Z`}
                className="fill-current opacity-15"
              />
              {/* Of a single day the line is its round end. */}
              <path
                d={run.length > 1 ? line : `${line}h0.01`}
                className="fill-none stroke-current"
                strokeWidth={run.length > 1 ? 2 : 5}
                strokeLinejoin="round"
                strokeLinecap="round"
                vectorEffect="non-scaling-stroke"
              />
            </g>
          );
        })}
      </svg>
    </li>
  );
}
