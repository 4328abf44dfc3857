"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { copyText } from "@/components/ui/copy-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { toast } from "@/components/ui/toast";
import { askFirstAction } from "@/lib/invitations/incoming/actions";
import { fillQuestion, wordingOf } from "@/lib/invitations/incoming/question";
import type { IncomingCard } from "@/lib/invitations/incoming/schema";
import { firstName, unfilledFields } from "@/lib/invitations/note";
import { AnswerPanel } from "./answer-panel";
import type { Written } from "./use-pass";

/** The question in the owner's words: to edit, to copy, and noted as asked. The person sends it on LinkedIn. */
export function AskPanel({
  card,
  look,
  wording,
  yourName,
  lost,
  onAsk,
  onWording,
}: {
  card: IncomingCard;
  look: "primary" | "secondary";
  wording: string;
  yourName: string;
  lost: Written;
  onAsk: (written: Written) => void;
  /** The wording that is kept for the next ones. */
  onWording: (wording: string) => void;
}) {
  const t = useTranslations("incoming");
  const names = { firstName: firstName(card.contact.fullName), yourName: firstName(yourName) };
  const fields = { firstName: t("ask.fields.firstName"), yourName: t("ask.fields.yourName") };
  const [filled] = useState(() => lost.question ?? fillQuestion(wording, names, fields));
  const [question, setQuestion] = useState(filled);
  const ask = (form: FormData) => {
    const written = String(form.get("question")).trim();
    if (!written || unfilledFields(written).length > 0) return false;
    void copy(written);
    if (form.has("keep")) onWording(wordingOf(written, names, fields));
    onAsk({ question: written, ...(form.has("keep") && { keep: "on" }) });
    return true;
  };
  async function copy(text: string) {
    if (!(await copyText(text))) toast({ text: t("ask.notCopied") });
  }
  return (
    <AnswerPanel action={askFirstAction} onTake={ask} label={t("answer.ASKED")} look={look} keyHint="Q">
      <input type="hidden" name="id" value={card.id} />
      <TextArea
        name="question"
        label={t("ask.question")}
        hint={t("ask.hint")}
        defaultValue={filled}
        onInput={(event) => setQuestion(event.currentTarget.value)}
      />
      <Checkbox name="keep" label={t("ask.keep")} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton size="small">{t("ask.submit")}</SubmitButton>
        <CopyButton size="small" text={question} copied={t("ask.copied")} notCopied={t("ask.notCopied")}>
          {t("ask.copy")}
        </CopyButton>
      </div>
    </AnswerPanel>
  );
}
