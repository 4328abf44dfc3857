import { useFormatter, useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import type { NetworkHistory } from "@/lib/connections/network/schema";
import { dateFormat } from "@/lib/dates/format";
import { momentOf } from "./frame";
import { byMonth } from "./months";

/** The picture in words: each month as it ended, the latest first, and how that is known. */
export function NetworkTable({ history }: { history: NetworkHistory }) {
  const t = useTranslations("connections.network");
  const { number } = useFormatter();
  const { locale } = useReader();
  const month = dateFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const months = byMonth(history);
  const head = "py-1 pr-4 text-right font-normal";
  const cell = "py-1 pr-4 text-right tabular-nums";
  return (
    <details>
      <summary className="w-fit font-medium text-dim text-small hover:text-ink pointer-coarse:py-2.5">
        {t("inWords", { count: months.length })}
      </summary>
      <table className="mt-2 w-full max-w-[560px] text-small">
        <caption className="sr-only">{t("label")}</caption>
        <thead>
          <tr className="text-faint">
            <th scope="col" className="py-1 pr-4 text-left font-normal">
              {t("month")}
            </th>
            <th scope="col" className={head}>
              {t("connected")}
            </th>
            <th scope="col" className={head}>
              {t("vouched")}
            </th>
            <th scope="col" className={head}>
              {t("share")}
            </th>
            <th scope="col" className="py-1 text-left font-normal">
              {t("known")}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((point) => (
            <tr key={point.day} className="border-line border-t">
              <th scope="row" className="whitespace-nowrap py-1 pr-4 text-left font-normal">
                {month.format(momentOf(point))}
              </th>
              <td className={cell}>{number(point.connected)}</td>
              <td className={cell}>{number(point.vouched)}</td>
              <td className={cell}>
                {/* Of two numbers that are only "at least", no share can be told. */}
                {point.isRecorded && point.connected > 0
                  ? number(point.vouched / point.connected, { style: "percent" })
                  : "–"}
              </td>
              <td className="py-1 text-dim">{t(point.isRecorded ? "knownRecorded" : "knownProven")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {history.proven.length > 0 && (
        <p className="mt-2 max-w-[70ch] text-dim text-small">
          {t("honest")} {history.undated > 0 && t("undated", { count: history.undated })}
        </p>
      )}
    </details>
  );
}
