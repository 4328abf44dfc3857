"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { deleteContactAction } from "@/lib/contacts/actions";

/** Deleting a contact from the trash: it can't be taken back, so it is asked first. */
export function DeleteForGood({ id, name }: { id: string; name: string }) {
  const t = useTranslations("contacts.trash");
  return (
    <Dialog
      trigger={
        <Button size="small" variant="danger" aria-label={t("deleteOf", { name })}>
          {t("delete")}
        </Button>
      }
      title={t("deleteTitle", { name })}
      description={t("deleteText")}
    >
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button size="small" variant="ghost">
            {t("keep")}
          </Button>
        </DialogClose>
        <ActionButton action={deleteContactAction} fields={{ id }} done={t("deleted", { name })} variant="danger">
          {t("deleteForGood")}
        </ActionButton>
      </div>
    </Dialog>
  );
}
