import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddForm } from "@/components/invitations/incoming/add-form";
import { Pass } from "@/components/invitations/incoming/pass";
import { InvitationList } from "@/components/invitations/invitation-list";
import { AcceptedPanel } from "@/components/invitations/outgoing/accepted-panel";
import { OverdueHint } from "@/components/invitations/outgoing/overdue-hint";
import { WorksPanel } from "@/components/invitations/outgoing/works-panel";
import { Tabs } from "@/components/invitations/tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { allOf } from "@/lib/all-of";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getDeskSetting } from "@/lib/desk/data";
import { firstCards, listIncoming } from "@/lib/invitations/incoming/cards/data";
import { getWording, listReasons } from "@/lib/invitations/incoming/data";
import { countOverdue, listInvitations } from "@/lib/invitations/lists/data";
import { listAccepted, overdueBefore } from "@/lib/invitations/outgoing/data";
import { getWorks } from "@/lib/invitations/outgoing/works/data";
import { invitationSearch } from "@/lib/invitations/schema";
import { withFieldsOf } from "@/lib/note-templates/built-in";
import { newOperationKey } from "@/lib/operation-key";
import { askCounts } from "@/lib/today/ask";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title") };
}

export default async function InvitationsPage({ searchParams }: PageProps<"/invitations">) {
  const { show, after, card, isNew } = invitationSearch.parse(await searchParams);
  const { owner, account } = await requireSignedIn();
  const t = await getTranslations("invitations");
  const incoming = await getTranslations("incoming");
  const ready = await getTranslations("ready");
  const [{ invitations: open }, { days, overdue, accepted, pass, works, page }] = await Promise.all([
    askCounts(owner),
    asOwner(
      owner,
      async (db) => {
        const { withdrawAfterDays } = await getDeskSetting(db);
        const sentBefore = overdueBefore(withdrawAfterDays);
        return allOf({
          days: withdrawAfterDays,
          overdue: countOverdue(db, sentBefore),
          accepted: show === "waiting" || show === "ended" ? listAccepted(db) : [],
          pass:
            show === "toAnswer"
              ? allOf({
                  batch: listIncoming(db, { card }, firstCards),
                  wording: getWording(db),
                  reasons: listReasons(db),
                })
              : null,
          works: show === "works" ? getWorks(db, sentBefore) : null,
          page: show === "toAnswer" || show === "works" ? null : listInvitations(db, show, { after, sentBefore }),
        });
      },
      { keepsPlans: true },
    ),
  ]);
  return (
    <ClientMessages only={["incoming", "interactions.kinds", "connections.rules", "strength.verdicts"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        {!isNew && <ButtonLink href="/invitations?new">{incoming("add.open")}</ButtonLink>}
      </PageHeader>
      {isNew && (
        <ClientMessages only={["incoming.add", "interactions"]}>
          <AddForm operationKey={newOperationKey()} />
        </ClientMessages>
      )}
      <Tabs current={show} counts={{ ...open, overdue }} />
      {show === "waiting" && <OverdueHint count={overdue} days={days} />}
      <AcceptedPanel accepted={accepted} />
      {works && <WorksPanel works={works} days={days} />}
      {page && show !== "toAnswer" && show !== "works" && (
        <InvitationList list={show} page={page} isFirst={after === undefined} withdrawAfterDays={days} />
      )}
      {pass && (
        <Pass
          key={card}
          batch={pass.batch}
          total={open.toAnswer}
          card={card}
          wording={
            pass.wording === null
              ? incoming("ask.default", { first: `{${incoming("ask.fields.firstName")}}` })
              : withFieldsOf(ready, pass.wording)
          }
          yourName={account.name}
          reasons={pass.reasons}
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
