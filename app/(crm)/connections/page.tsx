import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskConnections } from "@/components/connections/ask-connections";
import { ConnectionList } from "@/components/connections/connection-list";
import { GroupTabs } from "@/components/connections/group-tabs";
import { NetworkPanel } from "@/components/connections/network/network-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignedIn } from "@/lib/auth";
import { getNetwork } from "@/lib/connections/network/data";
import { getReview } from "@/lib/connections/review/data";
import { connectionQuery } from "@/lib/connections/schema";
import { dayOf } from "@/lib/dates/format";
import { asOwner } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("connections");
  return { title: t("title") };
}

export default async function ConnectionsPage({ searchParams }: PageProps<"/connections">) {
  const query = connectionQuery.parse(await searchParams);
  const { owner, account } = await requireSignedIn();
  const { counts, page, removals } = await asOwner(owner, (db) => getReview(db, query, account.timeZone));
  // The picture stands above the list as it opens.
  const opens = counts.all > 0 && query.show === "all" && !query.q && !query.after;
  const network = opens
    ? await asOwner(owner, (db) => getNetwork(db, dayOf(new Date(), account.timeZone), account.timeZone))
    : null;
  const t = await getTranslations("connections");
  const share = counts.all > 0 ? counts.vouched / counts.all : 0;
  return (
    <ClientMessages only={["connections"]}>
      <PageHeader
        title={t("title")}
        subtitle={
          counts.all > 0 ? t("share", { vouched: counts.vouched, count: counts.all, share }) : t("groupMeans.all")
        }
      >
        <ButtonLink href="/connections/removals" variant="ghost">
          {t("removal.link", { count: removals.open })}
        </ButtonLink>
        {counts.all > 0 && (
          <ButtonLink
            href="/connections/intro-test"
            variant={counts.untested > 0 ? "primary" : "secondary"}
            keyHint="I"
          >
            {t("test")}
          </ButtonLink>
        )}
      </PageHeader>
      {network && <NetworkPanel history={network} />}
      <GroupTabs query={query} counts={counts} />
      {counts.all > 0 && <AskConnections query={query} />}
      <ConnectionList query={query} page={page} />
    </ClientMessages>
  );
}
