import { PenLine } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Board } from "@/components/recommendations/board";
import { NewRecommendation } from "@/components/recommendations/new-recommendation";
import { Tabs } from "@/components/recommendations/tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { allOf } from "@/lib/all-of";
import { requireSignedIn } from "@/lib/auth";
import { askAsOwner, asOwner, type OwnerDb } from "@/lib/db";
import type { Branch } from "@/lib/i18n/branches";
import { getExchanged, getRecommended, listBoard } from "@/lib/recommendations/board/data";
import { recommendationSearch } from "@/lib/recommendations/schema";
import { getTogether } from "@/lib/recommendations/together/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("recommendations");
  return { title: t("title") };
}

const onBoard: Branch[] = [
  "recommendations.statuses",
  "recommendations.card",
  "recommendations.later",
  "recommendations.all",
  "recommendations.fewer",
  "recommendations.more",
  "recommendations.none",
];
const inForm: Branch[] = ["recommendations.form", "recommendations.swap", "recommendations.together", "interactions"];

/** The contact a new one would be about, with what is between the two. */
async function getNamed(db: OwnerDb, contactId: string, timeZone: string) {
  const contact = await getRecommended(db, contactId);
  const together = contact && (await getTogether(db, contactId, timeZone));
  return together && { contact, together, exchanged: await getExchanged(db, contactId, timeZone) };
}

export default async function RecommendationsPage({ searchParams }: PageProps<"/recommendations">) {
  const { contact: contactId, direction, isNew, open } = recommendationSearch.parse(await searchParams);
  const { owner, account } = await requireSignedIn();
  const { timeZone } = account;
  const t = await getTranslations("recommendations");
  const { columns, named } = await allOf({
    columns: askAsOwner(owner, (db) => listBoard(db, { timeZone, now: new Date() }, open), { keepsPlans: true }),
    named: contactId ? asOwner(owner, (db) => getNamed(db, contactId, timeZone), { keepsPlans: true }) : null,
  });
  const isAdding = named !== null || isNew;
  const isEmpty = columns.every(({ count }) => count === 0);
  return (
    <ClientMessages only={isAdding ? [...onBoard, ...inForm] : onBoard}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        {!isAdding && (
          <ButtonLink href="/recommendations?new" variant={isEmpty ? "primary" : "secondary"}>
            {t("new")}
          </ButtonLink>
        )}
      </PageHeader>
      <Tabs current="board" />
      {isAdding && <NewRecommendation named={named} direction={direction} />}
      {isEmpty ? (
        <Panel>
          <EmptyState icon={PenLine} title={t("empty.title")} text={t("empty.text")} />
        </Panel>
      ) : (
        <Board columns={columns} />
      )}
    </ClientMessages>
  );
}
