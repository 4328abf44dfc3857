"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { bulkTagAction, undoBulkAction } from "@/lib/contacts/list/bulk/actions";
import type { Selection } from "../use-selection";
import { SelectionFields } from "./selection-fields";

/** A tag for everybody selected, or from them. */
export function TagDialog({ selection, tags, onClose }: { selection: Selection; tags: string[]; onClose: () => void }) {
  const t = useTranslations("lists.bulk");
  const undo = useUndo();
  const known = useId();
  const action = useMemo(
    () =>
      undoable(bulkTagAction, (form, { count = 0 }) => ({
        done: t(form.get("intent") === "add" ? "tagged" : "untagged", { count, tag: String(form.get("tag")).trim() }),
        ...(count > 0 && { undo: undo(undoBulkAction) }),
      })),
    [t, undo],
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("tagTitle", { count: selection.size })}>
      <Form action={action} onSaved={onClose}>
        <SelectionFields selection={selection} />
        <TextInput name="tag" label={t("tagName")} hint={t("tagHint")} list={known} maxLength={50} autoComplete="off" />
        <datalist id={known}>
          {tags.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="intent" value="add">
            {t("add")}
          </SubmitButton>
          <SubmitButton name="intent" value="remove" variant="secondary">
            {t("remove")}
          </SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
