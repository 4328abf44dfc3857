import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { formatDay } from "@/lib/dates/format";
import type { Week } from "@/lib/today/schema";

const height = 56;
const step = 22;

/** How much was logged, week by week: columns to look at, and the same as a table for those who listen. */
export function WeeksChart({ weeks }: { weeks: Week[] }) {
  const t = useTranslations("today.network");
  const reader = useReader();
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  return (
    <figure>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${weeks.length * step} ${height + 1}`}
        preserveAspectRatio="none"
        className="h-16 w-full"
      >
        {weeks.map(({ monday, count }, place) => {
          const column = (count / most) * height;
          return (
            <rect
              key={monday}
              x={place * step + 4}
              y={height - column}
              width={step - 8}
              height={column}
              className={place === weeks.length - 1 ? "fill-accent" : "fill-ink/70"}
            />
          );
        })}
        <line x2={weeks.length * step} y1={height + 0.5} y2={height + 0.5} className="stroke-line" />
      </svg>
      <figcaption className="mt-1 flex justify-between gap-3 text-small">
        <span className="text-dim">{t("weeks", { count: weeks.length })}</span>
        <span className="font-medium">{t("thisWeek", { count: weeks.at(-1)?.count ?? 0 })}</span>
      </figcaption>
      <table className="sr-only">
        <caption>{t("weeks", { count: weeks.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("week")}</th>
            <th scope="col">{t("interactions")}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ monday, count }) => (
            <tr key={monday}>
              <th scope="row">{formatDay(monday, reader)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
