import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationList } from "@/components/invitations/invitation-list";
import { AcceptedPanel } from "@/components/invitations/outgoing/accepted-panel";
import { OverdueHint } from "@/components/invitations/outgoing/overdue-hint";
import { WorksPanel } from "@/components/invitations/outgoing/works-panel";
import { ReceiveForm } from "@/components/invitations/receive-form";
import { Tabs } from "@/components/invitations/tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getDeskSetting } from "@/lib/desk/data";
import { countInvitations, countOverdue, listInvitations } from "@/lib/invitations/lists/data";
import { listAccepted, overdueBefore } from "@/lib/invitations/outgoing/data";
import { getWorks } from "@/lib/invitations/outgoing/works/data";
import { invitationSearch } from "@/lib/invitations/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title") };
}

export default async function InvitationsPage({ searchParams }: PageProps<"/invitations">) {
  const { show, after, isNew } = invitationSearch.parse(await searchParams);
  const owner = await requireOwner();
  const { days, counts, accepted, page, works } = await asOwner(owner, async (db) => {
    const { withdrawAfterDays } = await getDeskSetting(db);
    const sentBefore = overdueBefore(withdrawAfterDays);
    return {
      days: withdrawAfterDays,
      counts: { ...(await countInvitations(db)), overdue: await countOverdue(db, sentBefore) },
      accepted: show === "waiting" || show === "ended" ? await listAccepted(db) : [],
      page: show === "works" ? null : await listInvitations(db, show, { after, sentBefore }),
      works: show === "works" ? await getWorks(db, sentBefore) : null,
    };
  });
  const t = await getTranslations("invitations");
  return (
    <ClientMessages only={["invitations", "interactions"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        {!isNew && <ButtonLink href="/invitations?new">{t("receive.open")}</ButtonLink>}
      </PageHeader>
      {isNew && <ReceiveForm />}
      <Tabs current={show} counts={counts} />
      {show === "waiting" && <OverdueHint count={counts.overdue} days={days} />}
      <AcceptedPanel accepted={accepted} />
      {works && <WorksPanel works={works} days={days} />}
      {page && show !== "works" && (
        <InvitationList list={show} page={page} isFirst={after === undefined} withdrawAfterDays={days} />
      )}
    </ClientMessages>
  );
}
