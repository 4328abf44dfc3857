import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskIntroduction } from "@/components/introductions/ask-introduction";
import { IntroductionAnswer } from "@/components/introductions/introduction-answer";
import { IntroductionList } from "@/components/introductions/introduction-list";
import { LogIntroduction } from "@/components/introductions/log-introduction";
import { Tabs } from "@/components/recommendations/tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { Columns } from "@/components/ui/columns";
import { PageHeader } from "@/components/ui/page-header";
import { allOf } from "@/lib/all-of";
import { requireOwner } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { listIntroductions } from "@/lib/introductions/data";
import { findIntroductions } from "@/lib/introductions/find/data";
import { introductionSearch } from "@/lib/introductions/schema";
import { newOperationKey } from "@/lib/operation-key";
import { getRecommended } from "@/lib/recommendations/board/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("introductions");
  return { title: t("title") };
}

export default async function IntroductionsPage({ searchParams }: PageProps<"/recommendations/introductions">) {
  const { asked, question, problem, who, to, direction } = introductionSearch.parse(await searchParams);
  const owner = await requireOwner();
  const { answer, introductions, first, second } = await asOwner(owner, (db) =>
    allOf({
      answer: question ? findIntroductions(db, question) : null,
      introductions: listIntroductions(db),
      first: who ? getRecommended(db, who) : null,
      second: to ? getRecommended(db, to) : null,
    }),
  );
  const t = await getTranslations("introductions");
  return (
    <ClientMessages only={["introductions.list", "introductions.log", "interactions"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <Tabs current="introductions" />
      <Columns
        aside={
          <LogIntroduction
            key={`${who} ${to} ${direction}`}
            first={first}
            second={second}
            direction={direction}
            operationKey={newOperationKey()}
          />
        }
      >
        <AskIntroduction asked={asked} problem={problem && t(`errors.${problem}`)}>
          {question && answer && <IntroductionAnswer asked={question} answer={answer} />}
        </AskIntroduction>
        <IntroductionList introductions={introductions} />
      </Columns>
    </ClientMessages>
  );
}
