import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { dayOf, formatDay } from "@/lib/dates/format";
import { type CurvePoint, strengthAt, strengthCurve, strengthOn } from "@/lib/strength/history/curve";
import type { Asked, StrengthMoment } from "@/lib/strength/history/moments";
import { heatsOf, type StrengthHistory } from "@/lib/strength/history/schema";
import type { Span } from "@/lib/strength/history/span";
import { anchorAt, type Frame } from "./frame";

type Drawn = { history: StrengthHistory; span: Span; now: number; frame: Frame };

/** Nearer than this, in units of the viewBox, two points of the line look like one. */
const apart = 0.5;

/** Points that lie on the one drawn before are left out: where much happened, most of them. The last is always drawn. */
function lineThrough(points: CurvePoint[], { x, y }: Frame): string {
  const drawn: { x: number; y: number }[] = [];
  for (const [index, { at, strength }] of points.entries()) {
    const point = { x: x(at), y: y(strength) };
    const before = drawn.at(-1);
    const isOn = before && Math.abs(point.x - before.x) < apart && Math.abs(point.y - before.y) < apart;
    if (!isOn || index === points.length - 1) drawn.push(point);
  }
  return drawn.length > 0 ? `M${drawn.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join("L")}` : "";
}

/** The past as a line, the future as dots, and what would follow a supposed meeting as dashes. */
export function Course({ history, span, now, frame, supposed }: Drawn & Pick<Asked, "supposed">) {
  const heats = heatsOf(history);
  const future = strengthCurve(heats.slice(-1), now, span.to, history);
  const after = supposed && [
    { at: supposed.at, strength: strengthOn(heats, supposed.at, history) },
    ...strengthCurve([supposed], supposed.at, span.to, history),
  ];
  return (
    <g fill="none" strokeWidth="2" strokeLinejoin="round">
      <path d={lineThrough(strengthCurve(heats, span.from, now, history), frame)} className="stroke-ink" />
      <path d={lineThrough(future, frame)} className="stroke-ink/60" strokeDasharray="1 5" strokeLinecap="round" />
      {after && <path d={lineThrough(after, frame)} className="stroke-accent" strokeDasharray="7 4" />}
    </g>
  );
}

/** Today, the day asked about, and where it falls out of warm: the next time by its day. */
export function Points({
  moments,
  history,
  now,
  frame,
  supposed,
}: Drawn & Pick<Asked, "supposed"> & { moments: StrengthMoment[] }) {
  const t = useTranslations("strength.picture");
  const reader = useReader();
  const { x, y, top, floor } = frame;
  const write = (at: number) => formatDay(dayOf(new Date(at), reader.timeZone), reader);
  const strength = strengthOn(heatsOf(history), now, history);
  const falls = moments.filter(({ what }) => what === "cools" || what === "supposedCools");
  const last = falls.find(({ what }) => what === "cools");
  const asked = moments.find(({ what }) => what === "asked");
  const stepsUpBeside = supposed && x(supposed.at) - x(now) < 60; // the dashes would cross what is written there
  const askedStrength = asked ? strengthWith(asked, supposed, history) : 0;
  return (
    <g className="text-tiny">
      {asked && (
        <>
          <line x1={x(asked.at)} x2={x(asked.at)} y1={top - 12} y2={floor} className="stroke-dim" strokeWidth="1" />
          <text x={x(asked.at)} y={top - 17} textAnchor={anchorAt(x(asked.at), frame)} className="fill-ink font-medium">
            {t("at", { moment: write(asked.at), strength: Math.round(askedStrength) })}
          </text>
          <circle cx={x(asked.at)} cy={y(askedStrength)} r="4" className="fill-panel stroke-ink" strokeWidth="2" />
        </>
      )}
      {falls.map(({ what, at, strength }) => (
        <path
          key={at}
          d={`M${x(at) - 4} ${y(strength) - 4}l8 8m0-8l-8 8`}
          className={what === "cools" ? "stroke-almost" : "stroke-accent"}
          strokeWidth="2"
          strokeLinecap="round"
        />
      ))}
      {last && (
        <text x={x(last.at)} y={y(last.strength) + 17} textAnchor={anchorAt(x(last.at), frame)} className="fill-dim">
          {write(last.at)}
        </text>
      )}
      <circle cx={x(now)} cy={y(strength)} r="4" className="fill-accent" />
      <text
        x={x(now)}
        y={y(strength) - 9}
        textAnchor={stepsUpBeside ? "end" : anchorAt(x(now), frame)}
        className="fill-ink"
      >
        {frame.ticks > 0 ? t("at", { moment: t("today"), strength: Math.round(strength) }) : t("today")}
      </text>
    </g>
  );
}

/** On the day asked about, and after the supposed meeting if it comes before that. */
function strengthWith({ at, strength }: StrengthMoment, supposed: Asked["supposed"], history: StrengthHistory): number {
  return supposed && supposed.at <= at ? strengthAt(supposed.heat, at, history) : strength;
}
