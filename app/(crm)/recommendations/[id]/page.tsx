import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { DeleteRecommendation } from "@/components/recommendations/delete-recommendation";
import { NotConnected } from "@/components/recommendations/not-connected";
import { RecommendationForm } from "@/components/recommendations/recommendation-form";
import { SavedTexts } from "@/components/recommendations/saved-texts";
import { TogetherPanel } from "@/components/recommendations/together-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { Columns } from "@/components/ui/columns";
import { CameBack } from "@/components/ui/conflict/came-back";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { allOf } from "@/lib/all-of";
import { requireSignedIn } from "@/lib/auth";
import { cameBack } from "@/lib/came-back";
import { asOwner, type OwnerDb } from "@/lib/db";
import { updateRecommendationAction } from "@/lib/recommendations/actions";
import { getExchanged, getRecommendation } from "@/lib/recommendations/board/data";
import { recommendationPage } from "@/lib/recommendations/schema";
import { listTexts } from "@/lib/recommendations/texts/data";
import { getTogether } from "@/lib/recommendations/together/data";

async function getPage(db: OwnerDb, id: string, timeZone: string) {
  const item = await getRecommendation(db, id, { timeZone, now: new Date() });
  return (
    item &&
    allOf({
      item,
      texts: listTexts(db, id),
      exchanged: getExchanged(db, item.contact.id, timeZone),
      together: getTogether(db, item.contact.id, timeZone),
    })
  );
}

/** Read once for the title and the page. */
const readPage = cache(async (id: string) => {
  const { data } = recommendationPage.safeParse({ id });
  const { owner, account } = await requireSignedIn();
  return data ? asOwner(owner, (db) => getPage(db, data.id, account.timeZone)) : null;
});

export async function generateMetadata({ params }: PageProps<"/recommendations/[id]">): Promise<Metadata> {
  const page = await readPage((await params).id);
  const t = await getTranslations("recommendations");
  return { title: page && t(`card.direction.${page.item.direction}`, { name: page.item.contact.fullName }) };
}

export default async function RecommendationPage({ params }: PageProps<"/recommendations/[id]">) {
  const { id } = await params;
  const page = await readPage(id);
  if (!page) {
    if (await cameBack()) return <CameBack actions={[updateRecommendationAction]} page={`/recommendations/${id}`} />;
    notFound();
  }
  const { item, texts, exchanged, together } = page;
  const name = item.contact.fullName;
  const t = await getTranslations("recommendations");
  return (
    <ClientMessages
      only={["recommendations.form", "recommendations.statuses", "recommendations.swap", "recommendations.together"]}
    >
      <PageHeader title={t(`card.direction.${item.direction}`, { name })}>
        {item.text && (
          <CopyButton text={item.text} copied={t("form.copied")} notCopied={t("form.notCopied")}>
            {t("form.copy")}
          </CopyButton>
        )}
        <DeleteRecommendation item={item} texts={texts} />
      </PageHeader>
      <Columns aside={together && <TogetherPanel contact={item.contact} together={together} />}>
        <Panel className="p-4 sm:p-5">
          {!item.contact.connected && <NotConnected name={name} />}
          {/* A text that was brought back is another one to start from. */}
          <RecommendationForm key={texts[0]?.id} item={item} beside={{ name, exchanged }} />
        </Panel>
        <SavedTexts item={item} texts={texts} />
      </Columns>
    </ClientMessages>
  );
}
