import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { CountsSection } from "@/components/network/counts-section";
import { AcceptancePanel } from "@/components/network/figures-panels";
import { OverTimePanel } from "@/components/network/over-time-panel";
import { NetworkTabs } from "@/components/network/tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getNetworkOverTime } from "@/lib/network/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("network");
  return { title: t("title") };
}

export default async function NetworkPage() {
  const { owner, account } = await requireSignedIn();
  const { days, accepted } = await asOwner(owner, (db) => getNetworkOverTime(db, account.timeZone));
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
          <Suspense fallback={<Skeleton className="h-64 rounded-panel lg:col-span-2" />}>
            <CountsSection owner={owner} timeZone={account.timeZone} />
          </Suspense>
          <AcceptancePanel months={accepted} />
        </div>
      )}
    </>
  );
}
