"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button";
import { useReader } from "@/components/ui/date";
import { OpenOutside } from "@/components/ui/open-outside";
import { useUndo } from "@/components/ui/use-undo";
import { dayOf, daysBetween } from "@/lib/dates/format";
import { undoIncomingAction } from "@/lib/invitations/incoming/actions";
import type { InvitationSummary } from "@/lib/invitations/schema";
import { ReplyPanel } from "./reply-panel";

/** What was asked, how long ago, and what comes next: their answer, or a decision without it. */
export function AskedAnswers({
  invitation: { id, question, askedAt, reply, contact },
}: {
  invitation: InvitationSummary;
}) {
  const t = useTranslations("incoming");
  const { timeZone, now } = useReader();
  const router = useRouter();
  const undo = useUndo();
  const days = askedAt && daysBetween(dayOf(askedAt, timeZone), dayOf(now, timeZone));
  return (
    <>
      <div className="grid w-full gap-1">
        {days !== null && (
          <p className="text-dim text-small">{t("asked.since", { days: Math.max(0, Number(days)) })}</p>
        )}
        {question && (
          <blockquote className="max-w-[70ch] whitespace-pre-line border-line border-l-2 pl-3">{question}</blockquote>
        )}
      </div>
      <ReplyPanel
        card={{ id, reply }}
        onReplied={() => {
          router.push(`/invitations?card=${id}`);
          const fields = () => ({ id, step: "reply", reply: reply ?? "" });
          return { done: t("done.replied"), undo: undo(undoIncomingAction, { fields }) };
        }}
      />
      <ButtonLink href={`/invitations?card=${id}`}>{t("asked.decide")}</ButtonLink>
      <ActionButton
        action={undoIncomingAction}
        fields={{ id, step: "question" }}
        done={t("asked.taken", { name: contact.fullName })}
        variant="ghost"
        size="medium"
        aria-label={`${t("asked.take")}: ${contact.fullName}`}
      >
        {t("asked.take")}
      </ActionButton>
      {contact.address && <OpenOutside href={contact.address}>{t("answer.open")}</OpenOutside>}
    </>
  );
}
