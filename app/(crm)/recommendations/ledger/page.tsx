import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Ledger } from "@/components/recommendations/ledger";
import { Tabs } from "@/components/recommendations/tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { listLedger } from "@/lib/recommendations/ledger/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("recommendations.ledger");
  return { title: t("pageTitle") };
}

export default async function LedgerPage() {
  const { owner, account } = await requireSignedIn();
  const lines = await asOwner(owner, (db) => listLedger(db, account.timeZone));
  const t = await getTranslations("recommendations");
  return (
    <ClientMessages>
      <PageHeader title={t("ledger.pageTitle")} subtitle={t("ledger.subtitle")} />
      <Tabs current="ledger" />
      <Ledger lines={lines} />
    </ClientMessages>
  );
}
