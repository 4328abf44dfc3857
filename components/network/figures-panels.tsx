import { useFormatter, useTranslations } from "next-intl";
import { Hint } from "@/components/ui/hint";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { AcceptedMonth, RulesMet } from "@/lib/network/schema";
import { ColumnChart } from "./column-chart";

/** For how many people how many of the six rules hold. */
export function RulesPanel({ met }: { met: RulesMet }) {
  const t = useTranslations("network.rules");
  const { number } = useFormatter();
  return (
    <Panel aria-labelledby="rules-met" className="pb-4">
      <PanelHeader id="rules-met" title={t("title")} note={<Hint about={t("title")}>{t("hint")}</Hint>} />
      <div className="px-4 pt-1">
        <ColumnChart
          caption={t("caption")}
          heads={[t("rules"), t("people")]}
          columns={met.map((people, count) => ({
            key: String(count),
            name: number(count),
            value: people,
            cells: [number(people)],
            over: number(people),
            under: number(count),
            ...(count === met.length - 1 && { fill: "fill-ready" }),
          }))}
          now={t("all", { count: met.at(-1) ?? 0 })}
        />
      </div>
    </Panel>
  );
}

/** Of a month's invitations, the share that was accepted. */
export function AcceptancePanel({ months }: { months: AcceptedMonth[] }) {
  const t = useTranslations("network.accepted");
  const { number, dateTime } = useFormatter();
  const percent = (share: number) => number(share, { style: "percent" });
  const sent = months.reduce((sum, month) => sum + month.sent, 0);
  const accepted = months.reduce((sum, month) => sum + month.accepted, 0);
  return (
    <Panel aria-labelledby="accepted" className="pb-4">
      <PanelHeader id="accepted" title={t("title")} note={<Hint about={t("title")}>{t("hint")}</Hint>} />
      {sent === 0 ? (
        <p className="max-w-[60ch] px-4 text-dim">{t("empty")}</p>
      ) : (
        <div className="px-4 pt-1">
          <ColumnChart
            caption={t("caption", { count: months.length })}
            heads={[t("month"), t("sent"), t("accepted"), t("share")]}
            most={1}
            columns={months.map((month) => ({
              key: month.month,
              name: dateTime(new Date(`${month.month}-15T00:00:00Z`), { month: "long", year: "numeric" }),
              value: month.sent > 0 ? month.accepted / month.sent : 0,
              over: month.sent > 0 ? percent(month.accepted / month.sent) : "",
              under: dateTime(new Date(`${month.month}-15T00:00:00Z`), { month: "narrow" }),
              cells: [
                number(month.sent),
                number(month.accepted),
                month.sent > 0 ? percent(month.accepted / month.sent) : "–",
              ],
            }))}
            now={t("all", { accepted, sent, share: percent(accepted / sent) })}
          />
        </div>
      )}
    </Panel>
  );
}
