import { useFormatter, useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { formatDay } from "@/lib/dates/format";
import type { StandingDay } from "@/lib/network/schema";
import { bands, verdicts } from "@/lib/strength/schema";

/** The pictures in numbers: each month as it was last looked at, the latest first. */
export function DaysTable({ days }: { days: StandingDay[] }) {
  const t = useTranslations("network");
  const strength = useTranslations("strength");
  const { number } = useFormatter();
  const reader = useReader();
  const months = [...new Map(days.map((day) => [day.day.slice(0, 7), day])).values()].reverse();
  const head = "py-1 pl-4 text-right font-normal";
  return (
    <details>
      <summary className="w-fit font-medium text-dim text-small hover:text-ink pointer-coarse:py-2.5">
        {t("inNumbers")}
      </summary>
      {/* Ten columns: a phone scrolls them, by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
      <section aria-label={t("months")} tabIndex={0} className="overflow-x-auto">
        <table className="mt-2 w-full whitespace-nowrap text-small">
          <caption className="sr-only">{t("months")}</caption>
          <thead>
            <tr className="text-faint">
              <th scope="col" className="py-1 pr-2 text-left font-normal">
                {t("day")}
              </th>
              {verdicts.map((key) => (
                <th key={key} scope="col" className={head}>
                  {strength(`verdicts.${key}`)}
                </th>
              ))}
              {bands.map((key) => (
                <th key={key} scope="col" className={head}>
                  {strength(`bands.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ day, verdicts: v, bands: b }) => (
              <tr key={day} className="border-line border-t">
                <th scope="row" className="py-1 pr-2 text-left font-normal">
                  {formatDay(day, reader)}
                </th>
                {[...verdicts.map((key) => [key, v[key]] as const), ...bands.map((key) => [key, b[key]] as const)].map(
                  ([key, count]) => (
                    <td key={key} className="py-1 pl-4 text-right tabular-nums">
                      {number(count)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
