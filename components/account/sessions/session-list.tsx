import { Globe } from "lucide-react";
import { useTranslations } from "next-intl";
import { SignOut } from "@/components/offline/sign-out";
import { ActionButton } from "@/components/ui/action-button";
import { buttonStyle } from "@/components/ui/button-style";
import { DayOf, Moment } from "@/components/ui/date";
import { Row } from "@/components/ui/row";
import { signOutAction } from "@/lib/account/actions";
import { endSessionAction } from "@/lib/account/sessions/actions";
import type { Device, SessionSummary } from "@/lib/account/sessions/schema";

/** One line a session: which browser, since when, and when it was used last. */
export function SessionList({ sessions }: { sessions: SessionSummary[] }) {
  const t = useTranslations("account.sessions");
  const words = ({ browser, system }: Device) =>
    browser && system ? t("device", { browser, system }) : (browser ?? system ?? t("unknown"));
  return (
    <ul aria-label={t("title")} className="mb-4 overflow-hidden rounded-control border border-line">
      {sessions.map(({ id, device, createdAt, lastSeenAt, isThisOne }) => (
        <li key={id} className="-mt-px">
          <Row
            lead={<Globe aria-hidden="true" className="size-4 flex-none text-dim" />}
            title={words(device)}
            detail={isThisOne && t("thisOne")}
            why={t.rich(isThisOne ? "since" : "used", {
              began: () => <DayOf moment={createdAt} near />,
              last: () => <Moment at={lastSeenAt} />,
            })}
          >
            {isThisOne ? (
              <SignOut action={signOutAction} className={buttonStyle({ size: "small" })}>
                {t("signOutHere")}
              </SignOut>
            ) : (
              <ActionButton
                action={endSessionAction}
                fields={{ id }}
                done={t("ended", { device: words(device) })}
                aria-label={t("endOf", { device: words(device) })}
              >
                {t("end")}
              </ActionButton>
            )}
          </Row>
        </li>
      ))}
    </ul>
  );
}
