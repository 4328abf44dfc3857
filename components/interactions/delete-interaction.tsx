"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { deleteInteractionAction } from "@/lib/interactions/actions";

export function DeleteInteraction({ id, version }: { id: string; version: number }) {
  const t = useTranslations("interactions");
  return (
    <ConfirmStep label={t("delete")} title={t("deleteTitle")} text={t("deleteText")}>
      <ActionButton action={deleteInteractionAction} fields={{ id, version }} done={t("deleted")} variant="danger">
        {t("delete")}
      </ActionButton>
    </ConfirmStep>
  );
}
