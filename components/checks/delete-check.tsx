"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { deleteCheckAction } from "@/lib/checks/actions";
import type { CheckDetail } from "@/lib/checks/schema";

export function DeleteCheck({ check: { id, contactId, version } }: { check: CheckDetail }) {
  const t = useTranslations("checks");
  const common = useTranslations("common");
  return (
    <ConfirmStep label={common("delete")} title={t("deleteTitle")} text={t("deleteText")}>
      <ActionButton action={deleteCheckAction} fields={{ id, contactId, version }} done={t("deleted")} variant="danger">
        {common("delete")}
      </ActionButton>
    </ConfirmStep>
  );
}
