"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { answerIncomingAction } from "@/lib/invitations/incoming/actions";
import type { IncomingCard } from "@/lib/invitations/incoming/schema";
import { AnswerPanel } from "./answer-panel";

/** Declining asks why, for oneself; the reason can stand for the next ones. */
export function DeclinePanel({
  card,
  look,
  reasons,
  onDeclined,
}: {
  card: IncomingCard;
  look: "primary" | "secondary";
  reasons: string[];
  onDeclined: (reason: string, keep: boolean) => void;
}) {
  const t = useTranslations("incoming");
  const list = useId();
  const action = undoable(answerIncomingAction, (form) => {
    onDeclined(String(form.get("reason")).trim(), form.get("keep") === "on");
    return null;
  });
  return (
    <AnswerPanel label={t("answer.DECLINED")} look={look} keyHint="D">
      <Form action={action}>
        <input type="hidden" name="id" value={card.id} />
        <input type="hidden" name="answer" value="DECLINED" />
        <TextInput
          name="reason"
          label={t("decline.reason")}
          hint={t("decline.hint")}
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
      </Form>
    </AnswerPanel>
  );
}
