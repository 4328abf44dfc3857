import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { CopyButton } from "@/components/ui/copy-button";
import { OpenOutside } from "@/components/ui/open-outside";
import { answerIncomingAction, undoIncomingAction } from "@/lib/invitations/actions";
import { firstName } from "@/lib/invitations/note";
import type { InvitationSummary } from "@/lib/invitations/schema";
import { DeclineForm } from "./decline-form";

/** Accept, ask first, decline: what the person does on LinkedIn is said here. */
export function IncomingAnswers({ invitation }: { invitation: InvitationSummary }) {
  const t = useTranslations("invitations");
  const { id, contact } = invitation;
  const name = contact.fullName;
  const asked = invitation.status === "ASKED";
  const undo = { action: undoIncomingAction, fields: { id, backTo: asked ? "ASKED" : "RECEIVED" } };
  const question = t("question.text", { name: firstName(name) ?? name });
  return (
    <>
      {asked && (
        <div className="grid w-full justify-items-start gap-2 rounded-control bg-soft p-3">
          <p className="max-w-[70ch]">{question}</p>
          <CopyButton size="small" text={question} copied={t("question.copied")} notCopied={t("question.notCopied")}>
            {t("question.copy")}
          </CopyButton>
        </div>
      )}
      <ActionButton
        action={answerIncomingAction}
        fields={{ id, answer: "ACCEPTED" }}
        done={t("done.ACCEPTED", { name })}
        undo={undo}
      >
        {t("answer.accept")}
      </ActionButton>
      {!asked && (
        <ActionButton
          action={answerIncomingAction}
          fields={{ id, answer: "ASKED" }}
          done={t("done.ASKED", { name })}
          undo={undo}
        >
          {t("answer.ask")}
        </ActionButton>
      )}
      <DeclineForm id={id} name={name} backTo={undo.fields.backTo} />
      <OpenOutside href="https://www.linkedin.com/mynetwork/invitation-manager/received/">
        {t("openInvitations")}
      </OpenOutside>
    </>
  );
}
