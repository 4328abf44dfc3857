import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Allowances } from "@/components/ready/allowances";
import { NextList } from "@/components/ready/next-list";
import { NobodyReady } from "@/components/ready/nobody-ready";
import { NotInQueue } from "@/components/ready/not-in-queue";
import { ReadyCard } from "@/components/ready/ready-card";
import { ClientMessages } from "@/components/shell/client-messages";
import { Columns } from "@/components/ui/columns";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getDesk } from "@/lib/ready/data";
import { readySearch } from "@/lib/ready/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ready");
  return { title: t("title") };
}

export default async function ReadyPage({ searchParams }: PageProps<"/ready">) {
  const { contact } = readySearch.parse(await searchParams);
  const { owner, account } = await requireSignedIn();
  const { card, place, count, next, missed, allowances } = await asOwner(
    owner,
    (db) => getDesk(db, contact, account.timeZone),
    { snapshot: true },
  );
  const t = await getTranslations("ready");
  return (
    <ClientMessages only={["ready"]}>
      <PageHeader title={t("title")} subtitle={card && t("position", { position: place, count })}>
        <Allowances {...allowances} />
      </PageHeader>
      {missed && <NotInQueue contact={missed} />}
      {card ? (
        <Columns aside={<NextList items={next} count={count} />}>
          <ReadyCard key={card.record.id} {...card} allowances={allowances} yourName={account.name} />
        </Columns>
      ) : (
        <NobodyReady />
      )}
    </ClientMessages>
  );
}
