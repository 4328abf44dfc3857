"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { confirmInteractionAction } from "@/lib/interactions/actions";

/** Says that a calendar's entry really happened; until then it counts for nothing. */
export function ConfirmButton({ id, version }: { id: string; version: number }) {
  const t = useTranslations("interactions");
  return (
    <ActionButton action={confirmInteractionAction} fields={{ id, version }} done={t("confirmed")}>
      {t("confirm")}
    </ActionButton>
  );
}
