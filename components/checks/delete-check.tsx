"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { bringBackCheckAction, deleteCheckAction } from "@/lib/checks/actions";
import type { CheckDetail, DeletedCheck } from "@/lib/checks/schema";

/** Deletes at once; the toast brings it back. */
export function DeleteCheck({ check }: { check: CheckDetail }) {
  const t = useTranslations("checks");
  const common = useTranslations("common");
  const { ownPage: _, validUntil: __, ...stored } = check;
  const memory: DeletedCheck = stored;
  const { id, contactId, version } = check;
  return (
    <ActionButton
      action={deleteCheckAction}
      fields={{ id, contactId, version }}
      done={t("deleted")}
      undo={{ action: bringBackCheckAction, fields: { memory: JSON.stringify(memory) } }}
      leaves
      variant="danger"
      size="medium"
    >
      {common("delete")}
    </ActionButton>
  );
}
