import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { dateFormat } from "@/lib/dates/format";
import { strengthOf } from "@/lib/strength/history/curve";
import type { StrengthHistory } from "@/lib/strength/history/schema";
import { type Span, ticks } from "@/lib/strength/history/span";
import { anchorAt, type Frame, warmNameAt } from "./frame";

/** The ground, the line above which it is warm (WarmName), and the months. */
export function Axis({ span, warmAt, frame }: { span: Span; warmAt: number; frame: Frame }) {
  const { locale } = useReader();
  const { width, height, floor, x, y } = frame;
  const warm = y(strengthOf(warmAt));
  const write = (at: number, unit: "month" | "year") =>
    dateFormat(locale, { year: "numeric", timeZone: "UTC", ...(unit === "month" && { month: "short" }) }).format(at);
  const marks = frame.ticks > 0 ? ticks(span, frame.ticks) : [];
  return (
    <g className="text-tiny">
      <line x1="0" x2={width} y1={floor} y2={floor} className="stroke-line" strokeWidth="1" />
      <line x1="0" x2={width} y1={warm} y2={warm} className="stroke-edge" strokeDasharray="3 4" strokeWidth="1" />
      {marks.map(({ at, unit }) => (
        <g key={at}>
          <line x1={x(at)} x2={x(at)} y1={floor} y2={floor + 4} className="stroke-edge" strokeWidth="1" />
          <text x={x(at)} y={height - 3} textAnchor={anchorAt(x(at), frame)} className="fill-faint">
            {write(at, unit)}
          </text>
        </g>
      ))}
      {frame.ticks === 0 && (
        <>
          <text x="0" y={height - 1} className="fill-faint">
            {write(span.from, "month")}
          </text>
          <text x={width} y={height - 1} textAnchor="end" className="fill-faint">
            {write(span.to, "month")}
          </text>
        </>
      )}
    </g>
  );
}

/** What the line is called; drawn over the curve, which may come near all the same. */
export function WarmName({ history, span, frame }: { history: StrengthHistory; span: Span; frame: Frame }) {
  const t = useTranslations("strength.picture");
  const anchor = warmNameAt(history, span);
  return (
    <text
      x={anchor === "start" ? 0 : frame.width}
      y={frame.y(strengthOf(history.warmAt)) - 5}
      textAnchor={anchor}
      strokeWidth="4"
      className="fill-faint stroke-panel text-tiny [paint-order:stroke]"
    >
      {t("warm")}
    </text>
  );
}
