import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { OpenOutside } from "@/components/ui/open-outside";
import { answerOutgoingAction, undoOutgoingAction } from "@/lib/invitations/actions";
import { type InvitationSummary, outgoingAnswers } from "@/lib/invitations/schema";

const words = { ACCEPTED: "accept", IGNORED: "ignored", WITHDRAWN: "withdraw" } as const;

/** How an invitation that was sent ended. */
export function OutgoingAnswers({ invitation: { id, contact } }: { invitation: InvitationSummary }) {
  const t = useTranslations("invitations");
  return (
    <>
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
