import { PenLine } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Board } from "@/components/recommendations/board";
import { Ledger } from "@/components/recommendations/ledger";
import { NewRecommendation } from "@/components/recommendations/new-recommendation";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getRecommended, listBoard } from "@/lib/recommendations/data";
import { listLedger } from "@/lib/recommendations/ledger/data";
import { recommendationSearch } from "@/lib/recommendations/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("recommendations");
  return { title: t("title") };
}

export default async function RecommendationsPage({ searchParams }: PageProps<"/recommendations">) {
  const { contact: contactId, direction, isNew } = recommendationSearch.parse(await searchParams);
  const { owner, account } = await requireSignedIn();
  const { timeZone } = account;
  const t = await getTranslations("recommendations");
  const { columns, ledger, contact } = await asOwner(owner, async (db) => ({
    columns: await listBoard(db, { timeZone, now: new Date() }),
    ledger: await listLedger(db, timeZone),
    contact: contactId ? await getRecommended(db, contactId) : null,
  }));
  const isAdding = contact !== null || isNew;
  const isEmpty = columns.every(({ count }) => count === 0);
  return (
    <ClientMessages only={["recommendations", "interactions"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        {!isAdding && (
          <ButtonLink href="/recommendations?new" variant={isEmpty ? "primary" : "secondary"}>
            {t("new")}
          </ButtonLink>
        )}
      </PageHeader>
      {isAdding && <NewRecommendation contact={contact} direction={direction} />}
      {isEmpty ? (
        <Panel>
          <EmptyState icon={PenLine} title={t("empty.title")} text={t("empty.text")} />
        </Panel>
      ) : (
        <>
          <Board columns={columns} />
          <Ledger lines={ledger} />
        </>
      )}
    </ClientMessages>
  );
}
