import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button";
import { useReader } from "@/components/ui/date";
import { dayOf, formatDay } from "@/lib/dates/format";
import { undoSentAction } from "@/lib/invitations/actions";
import { putBackAction } from "@/lib/ready/aside/actions";
import type { Missed } from "@/lib/ready/schema";

/** Why the contact that was asked for is not on the card, and the way back there where it is a step that was just taken. */
export function NotInQueue({ contact }: { contact: Missed }) {
  const t = useTranslations("ready.notInQueue");
  const common = useTranslations("common");
  const reader = useReader();
  const { id, fullName: name, verdict, sentId, setAside } = contact;
  const about = verdict === "CONNECTED" || verdict === "PENDING" ? verdict : "other";
  const to = {
    CONNECTED: { href: "/connections", text: t("connections") },
    PENDING: { href: "/invitations?show=waiting", text: t("invitations") },
    other: { href: `/contacts/${id}`, text: t("why") },
  } as const;
  const isAside = about === "other" && setAside !== null;
  const until = setAside?.until && formatDay(dayOf(setAside.until, reader.timeZone), reader);
  return (
    <div className="mb-[18px] flex flex-wrap items-center justify-between gap-3 rounded-control bg-soft px-4 py-2.5">
      <p>{isAside ? t(until ? "later" : "aside", { name, day: until ?? "" }) : t(about, { name })}</p>
      <div className="flex flex-wrap gap-2">
        {isAside && (
          <ActionButton action={putBackAction} fields={{ contactId: id }} done={t("back", { name })}>
            {t("putBack")}
          </ActionButton>
        )}
        {about === "PENDING" && sentId && (
          <ActionButton action={undoSentAction} fields={{ id: sentId }} done={common("undone")}>
            {t("notSent")}
          </ActionButton>
        )}
        <ButtonLink size="small" href={isAside ? "/ready?view=aside" : to[about].href}>
          {isAside ? t("allAside") : to[about].text}
        </ButtonLink>
      </div>
    </div>
  );
}
