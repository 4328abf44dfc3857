import { useFormatter, useTranslations } from "next-intl";
import { ColumnChart } from "@/components/network/column-chart";
import { useReader } from "@/components/ui/date";
import { formatDay } from "@/lib/dates/format";
import type { Week } from "@/lib/today/schema";

/** How much was logged, week by week; the week that isn't over yet stands out. */
export function WeeksChart({ weeks, isSmall = false }: { weeks: Week[]; isSmall?: boolean }) {
  const t = useTranslations("today.network");
  const reader = useReader();
  const { number } = useFormatter();
  const last = weeks.at(-1);
  return (
    <ColumnChart
      caption={t("weeks", { count: weeks.length })}
      heads={[t("week"), t("interactions")]}
      columns={weeks.map(({ monday, count }) => ({
        key: monday,
        name: formatDay(monday, reader),
        value: count,
        cells: [number(count)],
        ...(monday === last?.monday && { fill: "fill-accent" }),
      }))}
      now={t("thisWeek", { count: last?.count ?? 0 })}
      isSmall={isSmall}
    />
  );
}
