"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useReader } from "@/components/ui/date";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput, TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { bulkFollowUpAction, undoBulkAction } from "@/lib/contacts/list/bulk/actions";
import { dayOf, daysAfter } from "@/lib/dates/format";
import type { Selection } from "../use-selection";
import { SelectionFields } from "./selection-fields";

/** The same follow-up for each who is selected, in a week unless said otherwise. */
export function FollowUpDialog({ selection, onClose }: { selection: Selection; onClose: () => void }) {
  const t = useTranslations("lists.bulk");
  const undo = useUndo();
  const { now, timeZone } = useReader();
  const action = useMemo(
    () =>
      undoable(bulkFollowUpAction, (_form, { count = 0 }) => ({
        done: t("planned", { count }),
        ...(count > 0 && { undo: undo(undoBulkAction) }),
      })),
    [t, undo],
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("followUpTitle", { count: selection.size })}>
      <Form action={action} onSaved={onClose}>
        <SelectionFields selection={selection} />
        <TextInput name="title" label={t("what")} maxLength={300} autoComplete="off" />
        <DateInput name="dueOn" label={t("due")} defaultValue={daysAfter(dayOf(now, timeZone), 7)} />
        <SubmitButton className="justify-self-start">{t("plan")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
