"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { answerIncomingAction } from "@/lib/invitations/incoming/actions";
import type { IncomingCard } from "@/lib/invitations/incoming/schema";
import { AnswerPanel } from "./answer-panel";
import type { Written } from "./use-pass";

/** Declining asks why, for oneself; the reason can stand for the next ones. */
export function DeclinePanel({
  card,
  look,
  reasons,
  lost,
  onDecline,
}: {
  card: IncomingCard;
  look: "primary" | "secondary";
  reasons: string[];
  lost: Written;
  onDecline: (reason: string, keep: boolean) => void;
}) {
  const t = useTranslations("incoming");
  const list = useId();
  const decline = (form: FormData) => {
    const reason = String(form.get("reason")).trim();
    if (reason) onDecline(reason, form.has("keep"));
    return reason !== "";
  };
  return (
    <AnswerPanel action={answerIncomingAction} onTake={decline} label={t("answer.DECLINED")} look={look} keyHint="D">
      <input type="hidden" name="id" value={card.id} />
      <input type="hidden" name="answer" value="DECLINED" />
      <TextInput
        name="reason"
        label={t("decline.reason")}
        hint={t("decline.hint")}
        defaultValue={lost.reason}
        maxLength={500}
        list={list}
        autoComplete="off"
      />
      <datalist id={list} aria-label={t("decline.suggestions")}>
        {reasons.map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
      <Checkbox name="keep" label={t("decline.keep")} className="noscript:hidden" />
      <div>
        <SubmitButton size="small">{t("decline.submit")}</SubmitButton>
      </div>
    </AnswerPanel>
  );
}
