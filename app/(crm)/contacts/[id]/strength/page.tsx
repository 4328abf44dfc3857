import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { DayForm } from "@/components/strength/day/day-form";
import { DayPanel } from "@/components/strength/day/day-panel";
import { OverTimePanel } from "@/components/strength/picture/over-time-panel";
import { WhatIfPanel } from "@/components/strength/what-if/what-if-panel";
import { ButtonLink } from "@/components/ui/button";
import { Stack } from "@/components/ui/columns";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getContactChoice } from "@/lib/interactions/participants/data";
import { id as contactId } from "@/lib/schema";
import { askStrengthPage } from "@/lib/strength/page/ask";

type Props = PageProps<"/contacts/[id]/strength">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = contactId.safeParse((await params).id);
  const { owner } = await requireSignedIn();
  const t = await getTranslations("strength.page");
  const contact = id.success ? await asOwner(owner, (db) => getContactChoice(db, id.data)) : null;
  return { title: contact ? t("title", { name: contact.name }) : undefined };
}

export default async function StrengthPage({ params, searchParams }: Props) {
  const id = contactId.safeParse((await params).id);
  const { owner, account } = await requireSignedIn();
  const page = id.success ? await askStrengthPage(owner, id.data, await searchParams, account.timeZone) : null;
  if (!page) notFound();
  const t = await getTranslations("strength.page");
  const { contact, asked, picture } = page;
  return (
    <>
      <PageHeader title={t("title", { name: contact.name })} subtitle={t("subtitle")}>
        <VerdictPill verdict={page.verdict} />
        <ButtonLink href={`/contacts/${contact.id}`}>{t("back", { name: contact.name })}</ButtonLink>
      </PageHeader>
      <Stack>
        <OverTimePanel contactId={contact.id} query={asked.query} {...picture}>
          <DayForm contactId={contact.id} {...asked} {...page.days} />
        </OverTimePanel>
        <DayPanel name={contact.name} {...page.day} />
        <WhatIfPanel contactId={contact.id} {...asked} answer={page.answer} />
      </Stack>
    </>
  );
}
