import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { DayOf } from "@/components/ui/date";
import { revokeInviteAction } from "@/lib/members/actions";
import type { OpenInvite } from "@/lib/members/schema";

/** Links that still work, each to be taken back. */
export function InviteList({ invites }: { invites: OpenInvite[] }) {
  const t = useTranslations("members");
  return (
    <ul aria-label={t("invite.open")} className="mt-5">
      {invites.map(({ id, forWhom, role, expiresAt }) => {
        const name = forWhom ?? t("invite.unnamed");
        return (
          <li key={id} className="flex items-center gap-3 border-line border-t py-2.5">
            <div className="min-w-0 flex-1">
              <p className="break-words font-medium">{name}</p>
              <p className="text-dim text-small">
                {t.rich("invite.until", { role: t(`roles.${role}`), day: () => <DayOf moment={expiresAt} /> })}
              </p>
            </div>
            <ActionButton
              action={revokeInviteAction}
              fields={{ id }}
              done={t("invite.revoked")}
              aria-label={`${t("invite.revoke")}: ${name}`}
            >
              {t("invite.revoke")}
            </ActionButton>
          </li>
        );
      })}
    </ul>
  );
}
