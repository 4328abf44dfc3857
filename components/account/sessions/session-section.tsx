import { getTranslations } from "next-intl/server";
import { SignOut } from "@/components/offline/sign-out";
import { Section } from "@/components/settings/section";
import { ActionButton } from "@/components/ui/action-button";
import { buttonStyle } from "@/components/ui/button-style";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { absoluteDays, idleDays } from "@/lib/account/sessions";
import { endOtherSessionsAction, signOutEverywhereAction } from "@/lib/account/sessions/actions";
import { listSessions } from "@/lib/account/sessions/data";
import type { OwnerId } from "@/lib/db";
import { SessionList } from "./session-list";

/** Where the owner is signed in, and how to end that: one session, all others, all. */
export async function SessionSection({ owner, session, email }: { owner: OwnerId; session: string; email: string }) {
  const sessions = await listSessions(owner, session);
  const t = await getTranslations("account.sessions");
  return (
    <Section id="session" title={t("title")} text={t("text", { email, idle: idleDays, absolute: absoluteDays })}>
      <SessionList sessions={sessions} />
      <div className="flex flex-wrap items-start gap-2">
        {sessions.length > 1 && (
          <ActionButton action={endOtherSessionsAction} fields={{}} done={t("othersEnded")} size="medium">
            {t("endOthers")}
          </ActionButton>
        )}
        <ConfirmStep label={t("everywhere")} title={t("everywhereSure")} text={t("everywhereText")}>
          <SignOut action={signOutEverywhereAction} className={buttonStyle({ variant: "danger" })}>
            {t("everywhereConfirm")}
          </SignOut>
        </ConfirmStep>
      </div>
    </Section>
  );
}
