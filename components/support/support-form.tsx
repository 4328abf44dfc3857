"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useReader } from "@/components/ui/date";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput, TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { dayOf } from "@/lib/dates/format";
import { createSupportActAction, deleteSupportActAction } from "@/lib/support/actions";
import { supportDirections, supportKinds } from "@/lib/support/words";

/** An introduction, a referral, advice: one line of what one did for the other. `who` names the contact, or asks for it. */
export function SupportForm({ who, operationKey }: { who: ReactNode; operationKey: string }) {
  const t = useTranslations("support");
  const undo = useUndo();
  const { now, timeZone } = useReader();
  const today = dayOf(now, timeZone);
  const action = useMemo(
    () => undoable(createSupportActAction, { done: t("saved"), undo: undo(deleteSupportActAction) }),
    [t, undo],
  );
  return (
    <Form action={action} className="gap-3">
      <OperationKey value={operationKey} />
      {who}
      <RadioGroup
        name="direction"
        label={t("direction")}
        options={supportDirections.map((value) => ({ value, label: t(`directions.${value}`) }))}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          name="kind"
          label={t("kind")}
          empty={t("choose")}
          options={supportKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <DateInput name="day" label={t("day")} defaultValue={today} max={today} />
      </div>
      <TextInput name="note" label={t("note")} placeholder={t("notePlaceholder")} autoComplete="off" />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("save")}
      </SubmitButton>
    </Form>
  );
}
