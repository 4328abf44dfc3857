"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { useReader } from "@/components/ui/date";
import { dayOf } from "@/lib/dates/format";
import { createSupportActAction, deleteSupportActAction } from "@/lib/support/actions";
import type { SupportAct } from "@/lib/support/schema";

/** Deletes at once; the toast writes it again. */
export function DeleteSupport({ act: { id, contactId, direction, kind, occurredAt, note } }: { act: SupportAct }) {
  const t = useTranslations("support");
  const { timeZone } = useReader();
  const again = { id, contactId, direction, kind, day: dayOf(occurredAt, timeZone), note: note ?? "" };
  return (
    <ActionButton
      action={deleteSupportActAction}
      fields={{ id }}
      done={t("deleted")}
      undo={{ action: createSupportActAction, fields: again }}
      variant="ghost"
      aria-label={t("deleteOf", { what: t(`kindOf.${kind}`) })}
    >
      <Trash2 aria-hidden="true" className="size-4" />
    </ActionButton>
  );
}
