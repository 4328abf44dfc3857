import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import type { EarlierInvitation, IncomingCard } from "@/lib/invitations/incoming/schema";

/** What happened between you: how often, the latest, and what came of earlier invitations. */
export function History({ card: { contact, history } }: { card: IncomingCard }) {
  const t = useTranslations("incoming.history");
  const kinds = useTranslations("interactions.kinds");
  const { met, lastMet, spoke, messagesIn, messagesOut, latest, earlier } = history;
  const lastDay = { day: () => lastMet && <DayOf moment={lastMet} near /> };
  const facts: [string, ReactNode][] = [];
  if (met > 0) facts.push(["met", t.rich("met", { count: met, ...lastDay })]);
  if (spoke > 0) facts.push(["spoke", t("spoke", { count: spoke })]);
  if (messagesIn + messagesOut > 0) {
    facts.push(["messages", t("messages", { inbound: messagesIn, outbound: messagesOut })]);
  }
  return (
    <section aria-labelledby="history" className="mt-4">
      <h3 id="history" className="mb-1 font-bold">
        {t("title")}
      </h3>
      {facts.length === 0 && <p className="text-dim">{t("none")}</p>}
      {facts.length > 0 && (
        <p>
          {facts.map(([name, fact], index) => (
            <span key={name}>
              {index > 0 && " · "}
              {fact}
            </span>
          ))}
        </p>
      )}
      {latest.length > 0 && (
        <ul aria-label={t("latest")} className="mt-1 grid gap-0.5 text-small">
          {latest.map(({ id, kind, at, notes }) => (
            <li key={id}>
              <Link href={`/log/${id}`} className="hover:underline">
                {t.rich("on", { day: () => <DayOf moment={at} near />, what: kinds(kind) })}
              </Link>
              {notes && <span className="text-dim"> · {notes}</span>}
            </li>
          ))}
        </ul>
      )}
      {contact.howWeMet && <p className="mt-1">{t("howWeMet", { text: contact.howWeMet })}</p>}
      {contact.notes && <p className="mt-1 whitespace-pre-line">{t("notes", { text: contact.notes })}</p>}
      {earlier.length > 0 && (
        <>
          <h4 className="mt-2 font-medium">{t("earlier")}</h4>
          <ul className="grid gap-0.5">
            {earlier.map((invitation) => (
              <li key={invitation.id}>
                {t.rich("on", { day: () => <DayOf moment={invitation.at} />, what: wordsFor(invitation, t) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type Words = ReturnType<typeof useTranslations<"incoming.history">>;

function wordsFor({ direction, status, reason }: EarlierInvitation, t: Words): string {
  const key = `${direction}.${status}` as "INCOMING.DECLINED";
  const what = t(key);
  return reason ? t("because", { what, reason }) : what;
}
