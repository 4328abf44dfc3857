import { useTranslations } from "next-intl";
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

/** Said before the note is written: what LinkedIn would refuse. */
export function UsedUp({ notesThisMonth, invitationsThisWeek }: Left) {
  const t = useTranslations("ready");
  const none = [
    invitationsThisWeek.left === 0 && t("noInvitationsLeft"),
    notesThisMonth.left === 0 && t("noNotesLeft"),
  ].filter((sentence) => sentence !== false);
  if (none.length === 0) return null;
  return <p className="mt-4 rounded-control bg-almost-bg px-3 py-2 text-almost">{none.join(" ")}</p>;
}
