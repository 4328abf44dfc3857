import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcceptancePanel, RulesPanel } from "@/components/network/figures-panels";
import { OverTimePanel } from "@/components/network/over-time-panel";
import { NetworkTabs } from "@/components/network/tabs";
import { WeeksChart } from "@/components/today/weeks-chart";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getNetworkFigures } from "@/lib/network/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("network");
  return { title: t("title") };
}

export default async function NetworkPage() {
  const { owner, account } = await requireSignedIn();
  const { days, weeks, met, accepted } = await asOwner(owner, (db) => getNetworkFigures(db, account.timeZone));
  const t = await getTranslations("network");
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("lead")} />
      <NetworkTabs current="time" />
      {days.length === 0 ? (
        <Panel>
          <EmptyState title={t("empty")} text={t("emptyText")}>
            <ButtonLink href="/data" variant="primary">
              {t("import")}
            </ButtonLink>
          </EmptyState>
        </Panel>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-[18px] lg:grid-cols-2">
          <div className="lg:col-span-2">
            <OverTimePanel days={days} />
          </div>
          <Panel aria-labelledby="weeks" className="pb-4 lg:col-span-2">
            <PanelHeader id="weeks" title={t("interactions")} />
            <div className="px-4 pt-1">
              <WeeksChart weeks={weeks} />
            </div>
          </Panel>
          <RulesPanel met={met} />
          <AcceptancePanel months={accepted} />
        </div>
      )}
    </>
  );
}
