"use client";

import { CircleAlert, MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Columns } from "@/components/ui/columns";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { placeOf, type Start } from "@/lib/invitations/incoming/pass";
import type { IncomingCard } from "@/lib/invitations/incoming/schema";
import { suggestAnswer } from "@/lib/invitations/incoming/suggest";
import { Answers } from "./answers";
import { Card } from "./card";
import { InLine } from "./in-line";
import { usePass } from "./use-pass";

export type Wordings = { wording: string; yourName: string; reasons: string[] };

/** All invitations to answer, one card at a time, by keyboard if one likes. Each answer leads to the next card. */
export function Pass({
  batch,
  total,
  card,
  children,
  ...wordings
}: Start & {
  /** What is shown where there was nothing to answer. */
  children: ReactNode;
} & Wordings) {
  const t = useTranslations("incoming");
  const hand = usePass({ batch, total, card });
  const { pass, current, open, refused } = hand;
  const [reason, setReason] = useState<string | null>(null);
  const [wording, setWording] = useState(wordings.wording);
  const news = useNews(pass, current);
  return (
    <>
      <p role="status" className="sr-only">
        {news}
      </p>
      {refused && (
        <p role="alert" className="mb-4 flex gap-2 rounded-control bg-blocked-bg px-3 py-2 font-medium text-blocked">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" />
          {t("pass.refused", refused)}
        </p>
      )}
      {current ? (
        <Columns aside={<InLine hand={hand} open={open} />}>
          <Panel aria-label={current.contact.fullName} className="p-4 sm:px-[22px] sm:py-5">
            <Card card={current} {...placeOf(pass, current.id)} turn={pass.turn} />
            <Answers
              key={current.id}
              {...{ card: current, hand, reason, onReason: setReason, onWording: setWording }}
              {...wordings}
              wording={wording}
            />
          </Panel>
        </Columns>
      ) : (
        <AllAnswered hand={hand}>{children}</AllAnswered>
      )}
    </>
  );
}

/** Said aloud when another card comes: who, the how manieth, and what is suggested. */
function useNews(pass: ReturnType<typeof usePass>["pass"], current: IncomingCard | null): string {
  const t = useTranslations("incoming");
  if (pass.turn === 0) return "";
  if (!current) return t(pass.before ? "pass.earlier" : "pass.done");
  const { answer } = suggestAnswer(current.facts);
  return t(`pass.${pass.came}`, {
    name: current.contact.fullName,
    ...placeOf(pass, current.id),
    suggestion: t(`suggested.${answer ?? "none"}`),
  });
}

function AllAnswered({ hand, children }: { hand: ReturnType<typeof usePass>; children: ReactNode }) {
  const t = useTranslations("incoming");
  const { pass, canUndo, undo } = hand;
  const earlier = pass.before;
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (pass.left > 0) return <p className="py-10 text-center text-dim">{t("pass.loading")}</p>;
  if (pass.answered.size === 0) return children;
  return (
    <Panel>
      <div ref={heading} tabIndex={-1} className="outline-none">
        <EmptyState
          icon={MailCheck}
          title={t(earlier ? "pass.earlier" : "pass.done")}
          text={earlier ? t("pass.earlierText", { count: earlier }) : t("pass.doneText", { count: pass.answered.size })}
        >
          {earlier > 0 && (
            <ButtonLink href="/invitations" variant="primary">
              {t("pass.startOver")}
            </ButtonLink>
          )}
          <ButtonLink href="/invitations?show=ended">{t("pass.doneLink")}</ButtonLink>
          {canUndo && (
            <Button variant="ghost" keyHint="U" onClick={undo}>
              {t("answer.undo")}
            </Button>
          )}
        </EmptyState>
      </div>
    </Panel>
  );
}
