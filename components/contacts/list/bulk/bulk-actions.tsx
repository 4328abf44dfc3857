"use client";

import { Bell, Combine, Tag, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { bulkTrashAction, undoBulkAction } from "@/lib/contacts/list/bulk/actions";
import { mostPeople } from "@/lib/duplicates/words";
import type { Selection } from "../use-selection";
import { ExportMenu } from "./export-menu";
import { FollowUpDialog } from "./follow-up-dialog";
import { SelectionFields } from "./selection-fields";
import { TagDialog } from "./tag-dialog";

const icon = { "aria-hidden": true, className: "size-3.5" } as const;

/** What can be done with everybody who is selected; each of it can be taken back. */
export function BulkActions({ selection, tags }: { selection: Selection; tags: string[] }) {
  const t = useTranslations("lists");
  const [open, setOpen] = useState<"tag" | "followUp" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen("tag")}>
        <Tag {...icon} />
        {t("bulk.tag")}
      </Button>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen("followUp")}>
        <Bell {...icon} />
        {t("bulk.followUp")}
      </Button>
      <TrashForm selection={selection} />
      <Merge ids={selection.ids} />
      <ExportMenu selection={selection} />
      <Button variant="ghost" size="icon" aria-label={t("select.clear")} onClick={selection.clear}>
        <X aria-hidden="true" className="size-4" />
      </Button>
      {open === "tag" && <TagDialog selection={selection} tags={tags} onClose={close} />}
      {open === "followUp" && <FollowUpDialog selection={selection} onClose={close} />}
    </>
  );
}

function TrashForm({ selection }: { selection: Selection }) {
  const t = useTranslations("lists.bulk");
  const undo = useUndo();
  const action = useMemo(
    () =>
      undoable(bulkTrashAction, (_form, { count = 0 }) => ({
        done: t("trashed", { count }),
        ...(count > 0 && { undo: undo(undoBulkAction) }),
      })),
    [t, undo],
  );
  return (
    <Form action={action} onSaved={selection.clear} className="contents">
      <SelectionFields selection={selection} />
      <SubmitButton variant="secondary" size="small">
        <Trash2 {...icon} />
        {t("trash")}
      </SubmitButton>
    </Form>
  );
}

/** Two or a few more go side by side, where duplicates are decided. */
function Merge({ ids }: { ids: string[] }) {
  const t = useTranslations("lists.bulk");
  const words = (
    <>
      <Combine {...icon} />
      {t("merge")}
    </>
  );
  if (ids.length >= 2 && ids.length <= mostPeople) {
    return (
      <ButtonLink size="small" href={`/contacts/duplicates?with=${ids.join(",")}`}>
        {words}
      </ButtonLink>
    );
  }
  return (
    <Button size="small" aria-disabled title={t("mergeNeeds")} aria-description={t("mergeNeeds")}>
      {words}
    </Button>
  );
}
