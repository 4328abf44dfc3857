import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RemovalPanel } from "@/components/connections/removal/removal-panel";
import { RemovalTabs } from "@/components/connections/removal/removal-tabs";
import { StepsPanel } from "@/components/connections/removal/steps-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Columns } from "@/components/ui/columns";
import { PageHeader } from "@/components/ui/page-header";
import { allOf } from "@/lib/all-of";
import { requireOwner } from "@/lib/auth";
import { countRemovals, listRemovals } from "@/lib/connections/removal/data";
import { removalSearch } from "@/lib/connections/removal/schema";
import { asOwner } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("connections.removal");
  return { title: t("title") };
}

export default async function RemovalsPage({ searchParams }: PageProps<"/connections/removals">) {
  const { show, after } = removalSearch.parse(await searchParams);
  const owner = await requireOwner();
  const { page, counts } = await asOwner(owner, (db) =>
    allOf({
      page: listRemovals(db, show, { after }),
      counts: countRemovals(db),
    }),
  );
  const t = await getTranslations("connections.removal");
  return (
    <ClientMessages only={["connections.removal"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        <ButtonLink href="/connections" variant="ghost">
          {t("back")}
        </ButtonLink>
      </PageHeader>
      <RemovalTabs current={show} counts={counts} />
      <Columns aside={<StepsPanel />}>
        <RemovalPanel list={show} page={page} isFirst={after === undefined} />
      </Columns>
    </ClientMessages>
  );
}
