"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useReader } from "@/components/ui/date";
import { DayInput } from "@/components/ui/day-input";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { dayOf } from "@/lib/dates/format";
import { createFollowUpAction, deleteFollowUpAction } from "@/lib/follow-ups/actions";
import type { FormState } from "@/lib/form-state";

const weekMs = 7 * 86_400_000;

/** Notes what is promised to a contact, and for when: in a week unless said otherwise. */
export function FollowUpForm({
  contactId,
  operationKey,
  initial = {},
  onSaved,
}: {
  contactId: string;
  operationKey: string;
  initial?: FormState;
  onSaved?: () => void;
}) {
  const t = useTranslations("follow-ups");
  const undo = useUndo();
  const { now, timeZone } = useReader();
  const action = useMemo(
    () => undoable(createFollowUpAction, { done: t("saved"), undo: undo(deleteFollowUpAction) }),
    [t, undo],
  );
  return (
    <Form action={action} initial={initial} className="gap-3" {...(onSaved && { onSaved })}>
      <OperationKey value={operationKey} />
      <input type="hidden" name="contactId" value={contactId} />
      <div className="flex flex-wrap items-start gap-3">
        <TextInput
          name="title"
          label={t("title")}
          placeholder={t("titlePlaceholder")}
          autoComplete="off"
          className="min-w-40 flex-[2]"
        />
        <DayInput
          name="dueOn"
          prefer="future"
          label={t("dueOn")}
          defaultValue={dayOf(new Date(now.getTime() + weekMs), timeZone)}
          className="min-w-36 flex-1"
        />
      </div>
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("add")}
      </SubmitButton>
    </Form>
  );
}
