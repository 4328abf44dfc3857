import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { undoOutgoingAction } from "@/lib/invitations/actions";
import { undoIncomingAction } from "@/lib/invitations/incoming/actions";
import type { InvitationSummary } from "@/lib/invitations/schema";

/** An answer noted by mistake, or one that LinkedIn changed since. */
export function Reopen({ invitation: { id, direction, contact } }: { invitation: InvitationSummary }) {
  const t = useTranslations("invitations");
  return (
    <ActionButton
      action={direction === "INCOMING" ? undoIncomingAction : undoOutgoingAction}
      fields={direction === "INCOMING" ? { id, step: "answer" } : { id }}
      done={t("reopened", { name: contact.fullName })}
      variant="ghost"
      aria-label={`${t("reopen")}: ${contact.fullName}`}
    >
      {t("reopen")}
    </ActionButton>
  );
}
