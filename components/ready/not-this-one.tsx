"use client";

import { useTranslations } from "next-intl";
import type { ButtonSize } from "@/components/ui/button-style";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { notThisOneAction, putBackAction } from "@/lib/ready/aside/actions";

/** Not at all, and why: kept for the day the owner wonders. */
export function NotThisOne({
  contact,
  size = "medium",
}: {
  contact: { id: string; fullName: string };
  size?: ButtonSize;
}) {
  const t = useTranslations("ready.notThisOne");
  const undo = useUndo();
  const { id: contactId, fullName: name } = contact;
  const action = undoable(notThisOneAction, {
    done: t("done", { name }),
    undo: undo(putBackAction, { fields: () => ({ contactId }), undone: t("undone", { name }) }),
  });
  return (
    <Form
      action={action}
      permalink={`/ready?contact=${contactId}`}
      aria-label={t("label", { name })}
      className="has-[details[open]]:w-full"
    >
      <input type="hidden" name="contactId" value={contactId} />
      <Disclosure label={t("open")} name={`aside-${contactId}`} size={size} keyHint="X">
        <div className="mt-2.5 flex flex-wrap items-end gap-2.5 rounded-control bg-soft p-3">
          <TextInput name="reason" label={t("reason")} autoComplete="off" className="min-w-56 flex-1" />
          <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
        </div>
      </Disclosure>
    </Form>
  );
}
