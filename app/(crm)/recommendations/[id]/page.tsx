import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { DeleteRecommendation } from "@/components/recommendations/delete-recommendation";
import { NotConnected } from "@/components/recommendations/not-connected";
import { RecommendationForm } from "@/components/recommendations/recommendation-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getRecommendation } from "@/lib/recommendations/data";
import { recommendationPage } from "@/lib/recommendations/schema";

/** Read once for the title and the page. */
const readItem = cache(async (id: string) => {
  const { data } = recommendationPage.safeParse({ id });
  const { owner, account } = await requireSignedIn();
  const clock = { timeZone: account.timeZone, now: new Date() };
  return data ? asOwner(owner, (db) => getRecommendation(db, data.id, clock)) : null;
});

export async function generateMetadata({ params }: PageProps<"/recommendations/[id]">): Promise<Metadata> {
  const item = await readItem((await params).id);
  const t = await getTranslations("recommendations");
  return { title: item && t(`direction.${item.direction}`, { name: item.contact.fullName }) };
}

export default async function RecommendationPage({ params }: PageProps<"/recommendations/[id]">) {
  const item = await readItem((await params).id);
  if (!item) notFound();
  const t = await getTranslations("recommendations");
  return (
    <ClientMessages only={["recommendations"]}>
      <PageHeader title={t(`direction.${item.direction}`, { name: item.contact.fullName })}>
        {item.text && (
          <CopyButton text={item.text} copied={t("form.copied")} notCopied={t("form.notCopied")}>
            {t("form.copy")}
          </CopyButton>
        )}
        <DeleteRecommendation id={item.id} version={item.version} />
      </PageHeader>
      <Panel className="max-w-[760px] p-4 sm:p-5">
        {!item.contact.connected && <NotConnected name={item.contact.fullName} />}
        <RecommendationForm item={item} />
      </Panel>
    </ClientMessages>
  );
}
