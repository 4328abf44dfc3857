import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { DayOf } from "@/components/ui/date";
import { restoreContactAction } from "@/lib/contacts/actions";
import { trashDays } from "@/lib/contacts/schema";

/** On the page of a contact in the trash: since when, and the way back. */
export function TrashNotice({ id, name, deletedAt }: { id: string; name: string; deletedAt: string }) {
  const t = useTranslations("contacts.trash");
  return (
    <div className="mb-[18px] flex flex-wrap items-center justify-between gap-3 rounded-control border border-line bg-soft px-4 py-3">
      <p>{t.rich("notice", { day: () => <DayOf moment={deletedAt} />, days: trashDays })}</p>
      <ActionButton action={restoreContactAction} fields={{ id }} done={t("restored", { name })}>
        {t("restore")}
      </ActionButton>
    </div>
  );
}
