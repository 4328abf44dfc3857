import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { type CurvePoint, strengthCurve } from "@/lib/contacts/curve/curve";
import type { StrengthHistory } from "@/lib/contacts/curve/data";
import { dayOf, formatDay } from "@/lib/dates/format";

const width = 340;
const height = 118;
const [top, floor] = [16, 100];
const dayMs = 86_400_000;

/** Past as a line, future as dots: nine months each way, and further where it stays warm for longer. */
export function StrengthPicture({
  history: { heats, halfLifeDays, warmAt },
  from,
  now,
  warmUntil,
}: {
  history: StrengthHistory;
  from: Date;
  now: Date;
  warmUntil: string | null;
}) {
  const t = useTranslations("contacts.strength");
  const reader = useReader();
  const start = from.getTime();
  const today = now.getTime();
  const turn = warmUntil === null ? today : new Date(warmUntil).getTime();
  const end = Math.max(today + 270 * dayMs, Math.min(turn + 60 * dayMs, today + 720 * dayMs));

  const x = (at: number) => ((at - start) / (end - start)) * width;
  const y = (strength: number) => floor - (strength / 100) * (floor - top);
  const line = (points: CurvePoint[]) =>
    points
      .map(({ at, strength }, index) => `${index ? "L" : "M"}${x(at).toFixed(1)} ${y(strength).toFixed(1)}`)
      .join("");

  const past = strengthCurve(heats, start, today, halfLifeDays);
  const last = past.at(-1);
  const future = strengthCurve(heats.slice(-1), today, end, halfLifeDays);
  const warm = y((100 * warmAt) / (warmAt + 8));
  const day = (at: number) => formatDay(dayOf(new Date(at), reader.timeZone), reader);
  const month = new Intl.DateTimeFormat(reader.locale, { month: "short", year: "numeric", timeZone: reader.timeZone });
  const turnShown = turn > today && turn < end;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="w-full px-4 text-tiny" role="img" aria-label={t("picture")}>
      <line x1="0" x2={width} y1={warm} y2={warm} className="stroke-edge" strokeDasharray="3 4" strokeWidth="1" />
      <text x="0" y={warm - 5} className="fill-faint">
        {t("warm")}
      </text>
      <path d={line(past)} fill="none" className="stroke-ink" strokeWidth="2" strokeLinejoin="round" />
      <path
        d={line(future)}
        fill="none"
        className="stroke-ink/60"
        strokeWidth="2"
        strokeDasharray="1 5"
        strokeLinecap="round"
      />
      {last && (
        <>
          <circle cx={x(today)} cy={y(last.strength)} r="4" className="fill-accent" />
          <text x={x(today)} y={y(last.strength) - 8} textAnchor="middle" className="fill-ink">
            {t("today")}
          </text>
        </>
      )}
      {turnShown && (
        <>
          <circle cx={x(turn)} cy={warm} r="3.5" className="fill-almost" />
          <text x={x(turn)} y={warm + 16} textAnchor="middle" className="fill-dim">
            {day(turn)}
          </text>
        </>
      )}
      <text x="0" y={height - 3} className="fill-faint">
        {month.format(start)}
      </text>
      <text x={width} y={height - 3} textAnchor="end" className="fill-faint">
        {month.format(end)}
      </text>
    </svg>
  );
}
