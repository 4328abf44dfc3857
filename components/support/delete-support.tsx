"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { useReader } from "@/components/ui/date";
import { dayOf } from "@/lib/dates/format";
import { logIntroductionAction } from "@/lib/introductions/actions";
import { createSupportActAction, deleteSupportActAction } from "@/lib/support/actions";
import type { SupportAct } from "@/lib/support/schema";

/** Deletes at once, an introduction as a whole; the toast writes it again. */
export function DeleteSupport({ act }: { act: SupportAct }) {
  const { id, contactId, direction, kind, occurredAt, note, introduced, introductionId } = act;
  const t = useTranslations("support");
  const { timeZone } = useReader();
  const again = { contactId, direction, day: dayOf(occurredAt, timeZone), note: note ?? "" };
  const undo =
    introductionId && introduced
      ? { action: logIntroductionAction, fields: { ...again, id: introductionId, otherId: introduced.id } }
      : { action: createSupportActAction, fields: { ...again, id, kind } };
  return (
    <ActionButton
      action={deleteSupportActAction}
      fields={{ id }}
      done={t("deleted")}
      undo={undo}
      variant="ghost"
      aria-label={t("deleteOf", { what: t(`kindOf.${kind}`) })}
    >
      <Trash2 aria-hidden="true" className="size-4" />
    </ActionButton>
  );
}
