import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConnectionList } from "@/components/connections/connection-list";
import { FilterTabs } from "@/components/connections/filter-tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";
import { listConnections } from "@/lib/connections/list/data";
import { connectionSearch } from "@/lib/connections/schema";
import { asOwner } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("connections");
  return { title: t("title") };
}

export default async function ConnectionsPage({ searchParams }: PageProps<"/connections">) {
  const { show, after } = connectionSearch.parse(await searchParams);
  const owner = await requireOwner();
  const page = await asOwner(owner, (db) => listConnections(db, show, { after }));
  const t = await getTranslations("connections");
  return (
    <ClientMessages>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <FilterTabs current={show} />
      <ConnectionList filter={show} page={page} isFirst={after === undefined} />
    </ClientMessages>
  );
}
