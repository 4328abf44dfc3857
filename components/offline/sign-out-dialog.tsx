"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

/** Before signing out with `waiting` entries that were never sent: keep them here, or delete them. */
export function SignOutDialog({
  waiting,
  onLeave,
  onClose,
}: {
  waiting: number;
  onLeave: (kept: boolean) => void;
  onClose: () => void;
}) {
  const t = useTranslations("outbox.signOut");
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title")}
      description={t("text", { count: waiting })}
    >
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => onLeave(true)}>
          {t("keep")}
        </Button>
        <Button variant="danger" onClick={() => onLeave(false)}>
          {t("delete")}
        </Button>
        <DialogClose>
          <Button variant="ghost">{t("cancel")}</Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
