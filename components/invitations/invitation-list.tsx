import { Hourglass, MailCheck, MailQuestion, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { InvitationSummary, InvitationList as List, Page } from "@/lib/invitations/schema";
import { AskedAnswers } from "./incoming/asked-answers";
import { InvitationRow } from "./invitation-row";
import { OutgoingAnswers } from "./outgoing-answers";
import { Reopen } from "./reopen";

const answers = { asked: AskedAnswers, waiting: OutgoingAnswers, overdue: OutgoingAnswers, ended: Reopen };
const icons = { asked: MailQuestion, waiting: Send, overdue: Hourglass, ended: MailCheck };

/** A page of a list, or what it is for while it is empty. Those to answer aren't a list but a pass. */
export function InvitationList({
  list,
  page,
  isFirst,
  withdrawAfterDays,
}: {
  list: Exclude<List, "toAnswer">;
  page: Page<InvitationSummary>;
  isFirst: boolean;
  withdrawAfterDays: number;
}) {
  const t = useTranslations("invitations");
  const Answers = answers[list];
  const address = `/invitations?show=${list}&` as const;
  return (
    <>
      <Panel aria-label={t(`lists.${list}`)}>
        {page.items.length > 0 ? (
          page.items.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation}>
              <Answers invitation={invitation} withdrawAfterDays={withdrawAfterDays} />
            </InvitationRow>
          ))
        ) : (
          <EmptyState
            icon={icons[list]}
            title={t(`empty.${list}`)}
            text={t(`empty.${list}Text`, { days: withdrawAfterDays })}
          >
            {list === "waiting" && <ButtonLink href="/ready">{t("empty.waitingLink")}</ButtonLink>}
          </EmptyState>
        )}
      </Panel>
      {(page.next || !isFirst) && (
        <nav aria-label={t("more")} className="mt-4 flex gap-2">
          {!isFirst && <ButtonLink href={`${address}`}>{t("first")}</ButtonLink>}
          {page.next && <ButtonLink href={`${address}after=${page.next}`}>{t("more")}</ButtonLink>}
        </nav>
      )}
    </>
  );
}
