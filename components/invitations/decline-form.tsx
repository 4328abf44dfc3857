"use client";

import { useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { answerIncomingAction, undoIncomingAction } from "@/lib/invitations/actions";

/** Declining asks why, once and for oneself; leaving it empty is fine. */
export function DeclineForm({ id, name, backTo }: { id: string; name: string; backTo: string }) {
  const t = useTranslations("invitations");
  const undo = useUndo();
  const action = undoable(answerIncomingAction, {
    done: t("done.DECLINED", { name }),
    undo: undo(undoIncomingAction, { fields: () => ({ id, backTo }) }),
  });
  return (
    <details className="open:w-full">
      <summary className={buttonStyle({ variant: "secondary", size: "small" }, "list-none")}>
        {t("answer.decline")}
      </summary>
      <Form action={action} className="mt-2 max-w-md rounded-control bg-soft p-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="answer" value="DECLINED" />
        <TextInput name="reason" label={t("answer.declineWhy")} maxLength={500} />
        <div>
          <SubmitButton size="small" variant="secondary">
            {t("answer.markDeclined")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
