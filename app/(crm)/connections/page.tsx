import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskConnections } from "@/components/connections/ask-connections";
import { ConnectionList } from "@/components/connections/connection-list";
import { GroupTabs } from "@/components/connections/group-tabs";
import { NetworkPanel } from "@/components/connections/network/network-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { ahead } from "@/lib/ahead";
import { allOf } from "@/lib/all-of";
import { requireSignedIn } from "@/lib/auth";
import { listConnections } from "@/lib/connections/list/data";
import { getNetwork } from "@/lib/connections/network/data";
import { withNow } from "@/lib/connections/network/with-now";
import { countRemovals } from "@/lib/connections/removal/data";
import { countReview } from "@/lib/connections/review/data";
import { connectionQuery } from "@/lib/connections/schema";
import { dayOf } from "@/lib/dates/format";
import { askAsOwner, asOwner } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("connections");
  return { title: t("title") };
}

export default async function ConnectionsPage({ searchParams }: PageProps<"/connections">) {
  const query = connectionQuery.parse(await searchParams);
  const { owner, account } = await requireSignedIn();
  const { timeZone } = account;
  const today = dayOf(new Date(), timeZone);
  // The picture stands above the list as it opens.
  const opens = query.show === "all" && !query.q && !query.after;
  const picture = opens
    ? ahead(askAsOwner(owner, (db) => getNetwork(db, today, timeZone), { keepsPlans: true }))
    : null;
  const counted = ahead(asOwner(owner, (db) => countReview(db, timeZone), { keepsPlans: true }));
  const { page, removals } = await askAsOwner(
    owner,
    (db) => allOf({ page: listConnections(db, query), removals: countRemovals(db) }),
    { keepsPlans: !query.q },
  );
  const counts = await counted;
  const past = counts.all > 0 ? await picture : null;
  const network = past && withNow(past, { day: today, connected: counts.all, vouched: counts.vouched });
  const t = await getTranslations("connections");
  const share = counts.all > 0 ? counts.vouched / counts.all : 0;
  return (
    <ClientMessages
      only={[
        "connections.row",
        "connections.rules",
        "connections.reasons",
        "connections.removing",
        "connections.network",
        "strength.rules",
      ]}
    >
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
            {t("row.test")}
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
