"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { bringBackInteractionAction, deleteInteractionAction } from "@/lib/interactions/actions";
import type { DeletedInteraction, InteractionDetail } from "@/lib/interactions/schema";

/** Deletes at once, for everybody who took part; the toast brings it back. */
export function DeleteInteraction({ interaction: { contacts, ...what } }: { interaction: InteractionDetail }) {
  const t = useTranslations("interactions");
  const common = useTranslations("common");
  const memory: DeletedInteraction = { ...what, contactIds: contacts.map(({ id }) => id) };
  return (
    <ActionButton
      action={deleteInteractionAction}
      fields={{ id: what.id, version: what.version }}
      done={t("deleted")}
      undo={{ action: bringBackInteractionAction, fields: { memory: JSON.stringify(memory) } }}
      leaves
      variant="danger"
      size="medium"
    >
      {common("delete")}
    </ActionButton>
  );
}
