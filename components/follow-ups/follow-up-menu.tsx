"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import {
  createFollowUpAction,
  deleteFollowUpAction,
  snoozeFollowUpAction,
  wakeFollowUpAction,
} from "@/lib/follow-ups/actions";
import type { FollowUp } from "@/lib/follow-ups/schema";
import { SnoozeMenu } from "./snooze-menu";

/** Later, or never. */
export function FollowUpMenu({ followUp }: { followUp: FollowUp }) {
  const { id, contactId, title, dueOn, snoozedUntil } = followUp;
  const t = useTranslations("follow-ups");
  const common = useTranslations("common");
  return (
    <SnoozeMenu
      action={snoozeFollowUpAction}
      wake={wakeFollowUpAction}
      fields={{ id }}
      label={t("snoozeOf", { title })}
      done={t("snoozed")}
      state={snoozedUntil}
    >
      <ActionButton
        action={deleteFollowUpAction}
        fields={{ id }}
        done={t("deleted")}
        undo={{
          action: createFollowUpAction,
          fields: { id, contactId, title, dueOn, snoozedUntil: snoozedUntil ?? "" },
        }}
        variant="danger"
      >
        {common("delete")}
      </ActionButton>
    </SnoozeMenu>
  );
}
