import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IntroCard } from "@/components/connections/intro/intro-card";
import { IntroDone } from "@/components/connections/intro/intro-done";
import { IntroProgress } from "@/components/connections/intro/intro-progress";
import { IntroTurn } from "@/components/connections/intro/intro-turn";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";
import { getIntroPass } from "@/lib/connections/intro-test/data";
import { introSearch } from "@/lib/connections/intro-test/schema";
import { asOwner } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("connections.intro");
  return { title: t("title") };
}

export default async function IntroTestPage({ searchParams }: PageProps<"/connections/intro-test">) {
  const { contact } = introSearch.parse(await searchParams);
  const owner = await requireOwner();
  const { card, progress, last } = await asOwner(owner, (db) => getIntroPass(db, contact), { snapshot: true });
  const t = await getTranslations("connections.intro");
  return (
    <ClientMessages only={["connections.intro"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        <ButtonLink href="/connections" variant="ghost">
          {t("back")}
        </ButtonLink>
      </PageHeader>
      {progress.total > 0 && <IntroProgress {...progress} />}
      <IntroTurn
        turn={card?.id ?? ""}
        text={
          card
            ? t("turn", { name: card.fullName, place: progress.place, total: progress.total })
            : t("finished", { total: progress.total })
        }
      />
      {card ? (
        <>
          <IntroCard key={card.id} card={card} progress={progress} last={last} isNamed={contact !== undefined} />
          <p className="mt-3 text-center text-dim text-small">{t("stop")}</p>
        </>
      ) : (
        <IntroDone progress={progress} last={last} />
      )}
    </ClientMessages>
  );
}
