import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddForm } from "@/components/invitations/incoming/add-form";
import { Pass } from "@/components/invitations/incoming/pass";
import { InvitationList } from "@/components/invitations/invitation-list";
import { Tabs } from "@/components/invitations/tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { listIncoming } from "@/lib/invitations/incoming/cards/data";
import { getWording, listReasons } from "@/lib/invitations/incoming/data";
import { countInvitations, listInvitations } from "@/lib/invitations/lists/data";
import { invitationSearch } from "@/lib/invitations/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title") };
}

export default async function InvitationsPage({ searchParams }: PageProps<"/invitations">) {
  const { show, after, card, isNew } = invitationSearch.parse(await searchParams);
  const { owner, account } = await requireSignedIn();
  const t = await getTranslations("invitations");
  const incoming = await getTranslations("incoming");
  const { counts, ...shown } = await asOwner(owner, async (db) => ({
    counts: await countInvitations(db),
    ...(show === "toAnswer"
      ? { batch: await listIncoming(db, { card }), wording: await getWording(db), reasons: await listReasons(db) }
      : { list: show, page: await listInvitations(db, show, { after }) }),
  }));
  return (
    <ClientMessages only={["invitations", "incoming", "interactions", "connections", "strength"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        {!isNew && <ButtonLink href="/invitations?new">{incoming("add.open")}</ButtonLink>}
      </PageHeader>
      {isNew && <AddForm />}
      <Tabs current={show} counts={counts} />
      {"list" in shown ? (
        <InvitationList list={shown.list} page={shown.page} isFirst={after === undefined} />
      ) : (
        <Pass
          key={card}
          batch={shown.batch}
          total={counts.toAnswer}
          card={card}
          wording={shown.wording ?? incoming("ask.default", { first: `{${incoming("ask.fields.firstName")}}` })}
          yourName={account.name}
          reasons={shown.reasons}
        >
          <Panel>
            <EmptyState icon={Mail} title={t("empty.toAnswer")} text={t("empty.toAnswerText")}>
              <ButtonLink href="/invitations?new">{incoming("add.open")}</ButtonLink>
            </EmptyState>
          </Panel>
        </Pass>
      )}
    </ClientMessages>
  );
}
