import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationList } from "@/components/invitations/invitation-list";
import { ReceiveForm } from "@/components/invitations/receive-form";
import { Tabs } from "@/components/invitations/tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { countInvitations, listInvitations } from "@/lib/invitations/lists/data";
import { invitationSearch } from "@/lib/invitations/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title") };
}

export default async function InvitationsPage({ searchParams }: PageProps<"/invitations">) {
  const { show, after, isNew } = invitationSearch.parse(await searchParams);
  const owner = await requireOwner();
  const { page, counts } = await asOwner(owner, async (db) => ({
    page: await listInvitations(db, show, { after }),
    counts: await countInvitations(db),
  }));
  const t = await getTranslations("invitations");
  return (
    <ClientMessages only={["invitations", "interactions"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        {!isNew && <ButtonLink href="/invitations?new">{t("receive.open")}</ButtonLink>}
      </PageHeader>
      {isNew && <ReceiveForm />}
      <Tabs current={show} counts={counts} />
      <InvitationList list={show} page={page} isFirst={after === undefined} />
    </ClientMessages>
  );
}
