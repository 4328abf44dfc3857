import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Day, DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Panel } from "@/components/ui/panel";
import { Pill } from "@/components/ui/pill";
import type { IntroCard as Card, IntroPass } from "@/lib/connections/intro-test/schema";
import { prefillOf } from "../reason-text";
import { IntroForm } from "./intro-form";
import { introName } from "./intro-turn";
import { RestAnswers } from "./rest-answers";

/** One person of the pass: who they are to the owner, and the two questions. */
export function IntroCard({
  card,
  progress,
  last,
  isNamed,
}: {
  card: Card;
  progress: IntroPass["progress"];
  last: IntroPass["last"];
  isNamed: boolean;
}) {
  const t = useTranslations("connections");
  const reason = card.reason === "concern" ? card : ({ reason: "notIntroduced", concern: null } as const);
  const prefill = prefillOf(reason, useTranslations("connections.removing.prefill"));
  const { fullName, about, connectedOn, assessment } = card;
  return (
    <Panel aria-labelledby={introName} className="mx-auto max-w-[720px] p-4 sm:px-[22px] sm:py-5">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-3">
        <Avatar name={fullName} size="large" />
        <div className="min-w-0 flex-1 basis-48">
          <h2 id={introName} tabIndex={-1} className="font-bold text-heading outline-none">
            <Link href={`/contacts/${card.id}`} className="hover:underline">
              {fullName}
            </Link>
          </h2>
          {about && <p className="text-dim">{about}</p>}
          <p className="text-dim text-small">
            {card.last ? t.rich("row.last", { day: () => <DayOf moment={card.last ?? ""} near /> }) : t("reasons.thin")}
            {connectedOn && <> · {t.rich("row.connectedOn", { day: () => <Day day={connectedOn} /> })}</>}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 sm:grid sm:justify-items-end">
          <span className="text-dim text-small tabular-nums">
            {t("intro.place", { place: progress.place, total: progress.total })}
          </span>
          <Meter value={card.strength} label={t("row.strengthOf", { name: fullName })} />
        </div>
      </div>
      {(card.wasSkipped || card.reason === "concern" || card.isOnRemovalList) && (
        <p className="mt-3 flex flex-wrap gap-2">
          {card.wasSkipped && <Pill tone="building">{t("intro.skippedBefore")}</Pill>}
          {card.reason === "concern" && (
            <Pill tone="blocked">{t("reasons.concern", { claim: card.concern ?? "none" })}</Pill>
          )}
          {card.isOnRemovalList && <Pill tone="building">{t("row.onRemovalList")}</Pill>}
        </p>
      )}
      <p className="mt-4 mb-3 text-balance font-medium">{t("intro.question", { name: fullName })}</p>
      <IntroForm
        contactId={card.id}
        version={assessment?.version ?? null}
        canSay={assessment?.canSay ?? null}
        reason={prefill}
        isNamed={isNamed}
        last={last}
      >
        {assessment && <RestAnswers contactId={card.id} assessment={assessment} />}
      </IntroForm>
    </Panel>
  );
}
