"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { type Undoable, undoable } from "@/components/ui/undoable";
import { noteReplyAction } from "@/lib/invitations/incoming/actions";
import { AnswerPanel } from "./answer-panel";

/** Keeps what somebody answered to the question. */
export function ReplyPanel({
  card: { id, reply },
  onReplied,
}: {
  card: { id: string; reply: string | null };
  /** What is said of it, and how it is taken back; null where somebody else says so. */
  onReplied: (reply: string) => Undoable | null;
}) {
  const t = useTranslations("incoming.reply");
  const action = undoable(noteReplyAction, (form) => onReplied(String(form.get("reply")).trim()));
  return (
    <AnswerPanel
      action={action}
      label={t(reply ? "correct" : "open")}
      look={reply ? "secondary" : "primary"}
      keyHint="R"
    >
      <input type="hidden" name="id" value={id} />
      <TextArea name="reply" label={t("label")} defaultValue={reply ?? ""} />
      <div>
        <SubmitButton size="small">{t("submit")}</SubmitButton>
      </div>
    </AnswerPanel>
  );
}
