import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { useReader } from "@/components/ui/date";
import { OpenOutside } from "@/components/ui/open-outside";
import { dayOf, daysBetween } from "@/lib/dates/format";
import { answerOutgoingAction, undoOutgoingAction } from "@/lib/invitations/actions";
import { type InvitationSummary, outgoingAnswers } from "@/lib/invitations/schema";

const words = { ACCEPTED: "accept", IGNORED: "ignored", WITHDRAWN: "withdraw" } as const;

/** How an invitation that was sent ended; and after too long a wait, how to withdraw it. */
export function OutgoingAnswers({
  invitation: { id, at, contact },
  withdrawAfterDays,
}: {
  invitation: InvitationSummary;
  withdrawAfterDays: number;
}) {
  const t = useTranslations("invitations");
  const { now, timeZone } = useReader();
  const days = daysBetween(dayOf(at, timeZone), dayOf(now, timeZone));
  const isOverdue = now.getTime() - new Date(at).getTime() >= withdrawAfterDays * 86_400_000;
  return (
    <>
      {isOverdue && (
        <div className="flex w-full flex-wrap items-center justify-between gap-x-3 rounded-control bg-soft py-1.5 pr-1 pl-3">
          <p className="text-small">{t("outgoing.withdraw", { days, name: contact.fullName })}</p>
          <OpenOutside href="https://www.linkedin.com/mynetwork/invitation-manager/sent/">
            {t("outgoing.openSent")}
          </OpenOutside>
        </div>
      )}
      {outgoingAnswers.map((answer) => (
        <ActionButton
          key={answer}
          action={answerOutgoingAction}
          fields={{ id, answer }}
          done={t(`done.${answer}`, { name: contact.fullName })}
          undo={{ action: undoOutgoingAction, fields: { id } }}
        >
          {t(`answer.${words[answer]}`)}
        </ActionButton>
      ))}
      {contact.address && <OpenOutside href={contact.address}>{t("openProfile")}</OpenOutside>}
    </>
  );
}
