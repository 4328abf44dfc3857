import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { bands, type Overview, type Verdict, verdicts } from "@/lib/strength/schema";
import type { Week } from "@/lib/today/schema";
import { BarList } from "./bar-list";
import { WeeksChart } from "./weeks-chart";

const fills: Record<Verdict, string> = {
  READY: "fill-ready",
  ALMOST: "fill-almost",
  BUILDING: "fill-building",
  PENDING: "fill-pending",
  CONNECTED: "fill-connected",
  BLOCKED: "fill-blocked",
};

/** The network in three pictures: by verdict, by strength, and what happened week by week. */
export function NetworkPanel({ network, weeks }: { network: Overview; weeks: Week[] }) {
  const t = useTranslations("today.network");
  const verdictNames = useTranslations("strength.verdicts");
  const bandNames = useTranslations("strength.bands");
  const isEmpty = verdicts.every((verdict) => network.verdicts[verdict] === 0);
  return (
    <Panel aria-labelledby="network" className="pb-4">
      <PanelHeader id="network" title={t("title")}>
        {!isEmpty && (
          <>
            <Link href="/network" className="mr-3 hover:text-ink hover:underline">
              {t("overTime")} <span aria-hidden="true">→</span>
            </Link>
            <Link href="/map" className="hover:text-ink hover:underline">
              {t("map")} <span aria-hidden="true">→</span>
            </Link>
          </>
        )}
      </PanelHeader>
      {isEmpty ? (
        <p className="px-4 text-dim">{t("empty")}</p>
      ) : (
        <div className="grid gap-5 px-4 pt-1">
          <BarList
            label={t("verdicts")}
            hint={t("verdictsHint")}
            bars={verdicts.map((key) => ({
              key,
              label: verdictNames(key),
              count: network.verdicts[key],
              href: `/contacts?q=verdict:${key.toLowerCase()}`,
              fill: fills[key],
            }))}
          />
          <BarList
            label={t("bands")}
            hint={t("bandsHint")}
            bars={bands.map((key) => ({
              key,
              label: bandNames(key),
              count: network.bands[key],
              href: `/contacts?q=band:${key}`,
              fill: "fill-ink/70",
            }))}
          />
          <WeeksChart weeks={weeks} isSmall />
        </div>
      )}
    </Panel>
  );
}
