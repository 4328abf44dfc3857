"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { useReader } from "@/components/ui/date";
import { dayOf } from "@/lib/dates/format";
import { logIntroductionAction, takeBackIntroductionAction } from "@/lib/introductions/actions";
import type { Introduction } from "@/lib/introductions/schema";

/** Deletes it for all three at once; the toast logs it again. */
export function DeleteIntroduction({ introduction }: { introduction: Introduction }) {
  const { id, direction, first, second, occurredAt, note } = introduction;
  const t = useTranslations("introductions.list");
  const { timeZone } = useReader();
  const day = dayOf(occurredAt, timeZone);
  return (
    <ActionButton
      action={takeBackIntroductionAction}
      fields={{ id }}
      done={t("deleted")}
      {...(second && {
        undo: {
          action: logIntroductionAction,
          fields: { id, direction, contactId: first.id, otherId: second.id, day, note: note ?? "" },
        },
      })}
      variant="ghost"
      aria-label={t("delete", { name: [first.fullName, second?.fullName].filter(Boolean).join(", ") })}
    >
      <Trash2 aria-hidden="true" className="size-4" />
    </ActionButton>
  );
}
