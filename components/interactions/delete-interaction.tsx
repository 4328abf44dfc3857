"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { deleteInteractionAction } from "@/lib/interactions/actions";

export function DeleteInteraction({ id, version }: { id: string; version: number }) {
  const t = useTranslations("interactions");
  const common = useTranslations("common");
  return (
    <ConfirmStep label={common("delete")} title={t("deleteTitle")} text={t("deleteText")}>
      <ActionButton action={deleteInteractionAction} fields={{ id, version }} done={t("deleted")} variant="danger">
        {common("delete")}
      </ActionButton>
    </ConfirmStep>
  );
}
