import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { useReader } from "@/components/ui/date";
import { dayOf } from "@/lib/dates/format";
import { logInteractionAction, undoLogAction } from "@/lib/interactions/actions";
import { newOperationKey } from "@/lib/operation-key";

/** A meeting in person, now: one click, with undo. */
export function MetToday({ contactId, name }: { contactId: string; name: string }) {
  const t = useTranslations("contacts.page");
  const { now, timeZone } = useReader();
  const id = newOperationKey();
  return (
    <ActionButton
      size="medium"
      action={logInteractionAction}
      fields={{ id, "contactIds[]": contactId, kind: "IN_PERSON", depth: "NORMAL", day: dayOf(now, timeZone) }}
      done={t("metTodayDone", { name })}
      undo={{ action: undoLogAction, fields: { ids: id } }}
    >
      {t("metToday")}
    </ActionButton>
  );
}
