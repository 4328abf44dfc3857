import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { Remark } from "@/components/ui/remark";
import { formatDay } from "@/lib/dates/format";
import type { Allowances as Left } from "@/lib/desk/schema";

/** What is left of LinkedIn's limits, by the log. */
export function Allowances({ notesThisMonth, invitationsThisWeek }: Left) {
  const t = useTranslations("ready");
  return (
    <p className="text-dim text-small">
      {t("allowances", {
        notesLeft: notesThisMonth.left,
        notes: notesThisMonth.limit,
        invitationsLeft: invitationsThisWeek.left,
        invitations: invitationsThisWeek.limit,
      })}
    </p>
  );
}

/** Said before the note is written: what LinkedIn would refuse, and until when. */
export function UsedUp({ notesThisMonth, invitationsThisWeek }: Left) {
  const t = useTranslations("ready");
  const reader = useReader();
  const none = [
    invitationsThisWeek.left === 0 && t("noInvitationsLeft", { day: formatDay(invitationsThisWeek.freeOn, reader) }),
    notesThisMonth.left === 0 && t("noNotesLeft", { day: formatDay(notesThisMonth.freeOn, reader) }),
  ].filter((sentence) => sentence !== false);
  if (none.length === 0) return null;
  return <Remark className="mt-4">{none.join(" ")}</Remark>;
}
