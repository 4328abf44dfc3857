import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { Avatar } from "@/components/ui/avatar";
import { DayOf, useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { dayOf, daysBetween } from "@/lib/dates/format";
import type { InvitationSummary } from "@/lib/invitations/schema";
import { SentFacts } from "./outgoing/sent-facts";

/** One invitation: who, since when, what was written, what the rules say of them, and the answers there are. */
export function InvitationRow({ invitation, children }: { invitation: InvitationSummary; children?: ReactNode }) {
  const t = useTranslations("invitations");
  const { contact, direction, note, reason, coolDownUntil, sent } = invitation;
  const { last } = contact;
  return (
    <article
      id={invitation.id}
      aria-label={contact.fullName}
      className="grid gap-x-3 gap-y-2 border-line border-t px-4 py-3 target:bg-soft first:border-t-0 sm:grid-cols-[30px_minmax(0,1fr)_auto]"
    >
      <span className="hidden sm:block">
        <Avatar name={contact.fullName} />
      </span>
      <div className="min-w-0">
        <h2 className="text-body">
          <Link href={`/contacts/${contact.id}`} className="font-medium hover:underline">
            {contact.fullName}
          </Link>
          {contact.about && <span className="text-dim"> · {contact.about}</span>}
        </h2>
        <p className="text-dim text-small">
          <State invitation={invitation} />
          {" · "}
          {last ? t.rich("last", { day: () => <DayOf moment={last} near /> }) : t("noHistory")}
          {coolDownUntil && <> · {t.rich("outgoing.again", { day: () => <DayOf moment={coolDownUntil} /> })}</>}
        </p>
        {note ? (
          <blockquote className="mt-1.5 max-w-[70ch] whitespace-pre-line border-line border-l-2 pl-3">
            {note}
          </blockquote>
        ) : (
          <p className="mt-1 text-faint text-small">{t(direction === "INCOMING" ? "noMessage" : "noNote")}</p>
        )}
        {sent && <SentFacts {...sent} />}
        {reason && <p className="mt-1 text-dim text-small">{t("reason", { reason })}</p>}
      </div>
      <div className="flex items-center gap-3 self-start sm:justify-self-end">
        {contact.verdict && <VerdictPill verdict={contact.verdict} />}
        <Meter value={contact.strength} label={t("strengthOf", { name: contact.fullName })} />
      </div>
      {children && <div className="flex flex-wrap items-start gap-2 sm:col-span-2 sm:col-start-2">{children}</div>}
    </article>
  );
}

/** Where it stands, and since when. */
function State({ invitation: { direction, status, at, answeredAt } }: { invitation: InvitationSummary }) {
  const t = useTranslations("invitations");
  const when = (moment: string) => ({ day: () => <DayOf moment={moment} near /> });
  const ended = when(answeredAt ?? at);
  switch (status) {
    case "ASKED":
    case "RECEIVED":
      return t.rich("receivedOn", when(at));
    case "ACCEPTED":
      return t.rich(direction === "INCOMING" ? "youAcceptedOn" : "acceptedOn", ended);
    case "DECLINED":
      return t.rich("declinedOn", ended);
    case "IGNORED":
      return t.rich(direction === "INCOMING" ? "youIgnoredOn" : "ignoredOn", ended);
    case "WITHDRAWN":
      return t.rich("withdrawnOn", ended);
    default:
      return (
        <>
          {t.rich("sentOn", when(at))} · <Age at={at} />
        </>
      );
  }
}

/** How long it has waited, in days. */
function Age({ at }: { at: string }) {
  const t = useTranslations("invitations.outgoing");
  const { now, timeZone } = useReader();
  return t("age", { days: daysBetween(dayOf(at, timeZone), dayOf(now, timeZone)) });
}
