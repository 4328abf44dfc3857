"use client";

import { Lightbulb } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { Avatar } from "@/components/ui/avatar";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { listInWords } from "@/lib/i18n/list";
import type { IncomingCard } from "@/lib/invitations/incoming/schema";
import { suggestAnswer } from "@/lib/invitations/incoming/suggest";
import { rules } from "@/lib/strength/schema";
import { History } from "./history";
import { MutualPeople } from "./mutual-people";
import { Signals } from "./signals";

/** One invitation with all that helps to answer it. Whenever another card takes its turn, its name gets the focus. */
export function Card({
  card,
  position,
  total,
  turn,
}: {
  card: IncomingCard;
  position: number;
  total: number;
  turn: number;
}) {
  const t = useTranslations("incoming");
  const { contact } = card;
  const heading = useRef<HTMLHeadingElement>(null);
  // In the same moment as the card: a key pressed right then may already have moved the focus on.
  useLayoutEffect(() => {
    if (turn > 0) heading.current?.focus();
  }, [turn]);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-3">
        <Avatar name={contact.fullName} size="large" />
        <div className="min-w-0 flex-1 basis-48">
          <h2 ref={heading} tabIndex={-1} className="font-bold text-heading outline-none">
            <Link href={`/contacts/${contact.id}`} className="hover:underline">
              {contact.fullName}
            </Link>
          </h2>
          <p className="text-dim">
            {contact.about && `${contact.about} · `}
            {t.rich("card.invited", { day: () => <DayOf moment={card.at} near /> })}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 sm:grid sm:justify-items-end">
          <span className="text-dim text-small">{t("pass.place", { position, total })}</span>
          <Meter value={contact.strength} label={t("card.strengthOf", { name: contact.fullName })} />
        </div>
      </div>
      <Words card={card} />
      <Suggested card={card} />
      <Signals card={card} />
      <Verdict contact={contact} />
      <History card={card} />
      <MutualPeople mutual={card.mutual} />
    </>
  );
}

/** What they wrote, and what came of asking. */
function Words({ card: { message, question, askedAt, reply, repliedAt } }: { card: IncomingCard }) {
  const t = useTranslations("incoming.card");
  const quote = "max-w-[70ch] whitespace-pre-line break-words border-line border-l-2 pl-3";
  const day = (moment: string | null) => ({ day: () => moment && <DayOf moment={moment} near /> });
  return (
    <div className="mt-4 grid gap-2">
      {message ? (
        <blockquote aria-label={t("message")} className={quote}>
          {message}
        </blockquote>
      ) : (
        <p className="text-dim">{t("noMessage")}</p>
      )}
      {askedAt && (
        <>
          <p className="text-dim text-small">{t.rich("youAsked", day(askedAt))}</p>
          {question && <blockquote className={quote}>{question}</blockquote>}
          <p className="text-dim text-small">{reply ? t.rich("theyAnswered", day(repliedAt)) : t("noAnswer")}</p>
          {reply && <blockquote className={quote}>{reply}</blockquote>}
        </>
      )}
    </div>
  );
}

/** The answer suggested, and the rule that suggests it. */
function Suggested({ card }: { card: IncomingCard }) {
  const t = useTranslations("incoming");
  const { answer, rule } = suggestAnswer(card.facts);
  return (
    <p className="mt-4 flex gap-2 rounded-control bg-soft px-3 py-2">
      <Lightbulb aria-hidden="true" className="mt-0.5 size-4 flex-none text-dim" />
      <span>
        <strong>{t(`suggested.${answer ?? "none"}`)}</strong> {t(`because.${rule}`)}
      </span>
    </p>
  );
}

/** What the rules say of them, and where it is explained. */
function Verdict({ contact: { id, verdict, unmet } }: { contact: IncomingCard["contact"] }) {
  const t = useTranslations("incoming.card");
  const named = useTranslations("connections.rules");
  const locale = useLocale();
  return (
    <p className="mt-4">
      {verdict && <VerdictPill verdict={verdict} />}{" "}
      <span>
        {unmet.length === 0
          ? t("vouched")
          : t("missing", {
              rules: listInWords(
                rules.filter((rule) => unmet.includes(rule)).map((rule) => named(rule)),
                locale,
              ),
            })}{" "}
        <Link href={`/contacts/${id}#why`} className="text-accent underline underline-offset-2">
          {t("why")}
        </Link>
      </span>
    </p>
  );
}
