"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { useReader } from "@/components/ui/date";
import { dayOf } from "@/lib/dates/format";
import { logIntroductionAction, takeBackIntroductionAction } from "@/lib/introductions/actions";
import type { Introduction } from "@/lib/introductions/schema";
import { createSupportActAction } from "@/lib/support/actions";

/** Deletes it for all three at once; the toast logs it again, as help alone where the other end is gone. */
export function DeleteIntroduction({ introduction }: { introduction: Introduction }) {
  const { id, direction, first, second, occurredAt, note } = introduction;
  const t = useTranslations("introductions.list");
  const { timeZone } = useReader();
  const again = { id, direction, contactId: first.id, day: dayOf(occurredAt, timeZone), note: note ?? "" };
  return (
    <ActionButton
      action={takeBackIntroductionAction}
      fields={{ id }}
      done={t("deleted")}
      undo={
        second
          ? { action: logIntroductionAction, fields: { ...again, otherId: second.id } }
          : { action: createSupportActAction, fields: { ...again, kind: "INTRODUCTION" } }
      }
      variant="ghost"
      aria-label={t("delete", { name: [first.fullName, second?.fullName].filter(Boolean).join(", ") })}
    >
      <Trash2 aria-hidden="true" className="size-4" />
    </ActionButton>
  );
}
