"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { createViewAction, deleteViewAction, renameViewAction } from "@/lib/contacts/list/views/actions";
import { newOperationKey } from "@/lib/operation-key";

type Shown = { query: string; sort: string; reversed: boolean; columns: string };

/** A name for what is shown now, or another one for a view. */
export function ViewDialog({
  shown,
  view,
  onClose,
}: { onClose: () => void } & (
  | { shown: Shown; view?: undefined }
  | { view: { id: string; name: string }; shown?: undefined }
)) {
  const t = useTranslations("lists.views");
  const undo = useUndo();
  const [key] = useState(newOperationKey);
  const action = useMemo(() => {
    if (view) {
      return undoable(renameViewAction, (form) => ({
        done: t("renamed", { name: String(form.get("name")).trim() }),
        undo: undo(renameViewAction, { fields: () => view }),
      }));
    }
    const said = (form: FormData) => ({
      done: t("saved", { name: String(form.get("name")).trim() }),
      undo: undo(deleteViewAction, { fields: () => ({ id: String(form.get("id")) }) }),
    });
    return undoable(createViewAction, said, { leaves: true });
  }, [view, t, undo]);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={view ? t("renameTitle", { name: view.name }) : t("saveTitle")}
      description={view ? undefined : t("saveText")}
    >
      <Form action={action} onSaved={onClose}>
        {view ? <input type="hidden" name="id" value={view.id} /> : <OperationKey value={key} />}
        {shown && (
          <>
            <input type="hidden" name="query" value={shown.query} />
            <input type="hidden" name="sort" value={shown.sort} />
            {shown.reversed && <input type="hidden" name="reversed" value="on" />}
            <input type="hidden" name="columns" value={shown.columns} />
          </>
        )}
        <TextInput name="name" label={t("name")} defaultValue={view?.name ?? ""} maxLength={60} autoComplete="off" />
        <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
