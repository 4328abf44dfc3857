"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { OpenOutside } from "@/components/ui/open-outside";
import { answerIncomingAction } from "@/lib/invitations/incoming/actions";
import type { IncomingCard } from "@/lib/invitations/incoming/schema";
import { suggestAnswer } from "@/lib/invitations/incoming/suggest";
import { AskPanel } from "./ask-panel";
import { DeclinePanel } from "./decline-panel";
import type { Wordings } from "./pass";
import { ReplyPanel } from "./reply-panel";
import type { PassInHand } from "./use-pass";

const received = "https://www.linkedin.com/mynetwork/invitation-manager/received/";

/** The answers there are, each with its key. */
export function Answers({
  card,
  hand,
  reason,
  onReason,
  onWording,
  ...wordings
}: {
  card: IncomingCard;
  hand: PassInHand;
  /** The reason that stands for the next ones, too. */
  reason: string | null;
  onReason: (reason: string | null) => void;
  onWording: (wording: string) => void;
} & Wordings) {
  const t = useTranslations("incoming.answer");
  const { following } = hand;
  const suggested = suggestAnswer(card.facts).answer;
  const look = (answer: string) => (suggested === answer ? "primary" : "secondary");
  return (
    <section aria-label={t("label")} className="mt-5 grid gap-2.5 border-line border-t pt-4">
      <div className="flex flex-wrap items-start gap-2">
        <AnswerNow
          card={card}
          answer="ACCEPTED"
          look={look("ACCEPTED")}
          keyHint="A"
          onAnswer={() => hand.answer(card, "ACCEPTED")}
        />
        {card.status === "RECEIVED" ? (
          <AskPanel
            card={card}
            look={look("ASKED")}
            lost={hand.lost}
            onAsk={(written) => hand.ask(card, written)}
            onWording={onWording}
            {...wordings}
          />
        ) : (
          <ReplyPanel card={card} onReplied={(reply) => hand.replied(card, reply)} />
        )}
        {reason ? (
          <AnswerNow
            card={card}
            answer="DECLINED"
            reason={reason}
            look={look("DECLINED")}
            keyHint="D"
            onAnswer={() => hand.answer(card, "DECLINED", { reason })}
          />
        ) : (
          <DeclinePanel
            card={card}
            look={look("DECLINED")}
            reasons={wordings.reasons}
            lost={hand.lost}
            onDecline={(given, keep) => {
              if (keep) onReason(given);
              hand.answer(card, "DECLINED", { reason: given });
            }}
          />
        )}
        <AnswerNow
          card={card}
          answer="IGNORED"
          look="secondary"
          keyHint="I"
          onAnswer={() => hand.answer(card, "IGNORED")}
        />
        {following && (
          <ButtonLink
            href={`/invitations?card=${following.id}`}
            variant="ghost"
            keyHint="S ArrowRight"
            onClick={(event) => {
              event.preventDefault();
              hand.skip();
            }}
          >
            {t("skip")}
          </ButtonLink>
        )}
        {hand.canUndo && (
          <Button variant="ghost" keyHint="U" onClick={hand.undo}>
            {t("undo")}
          </Button>
        )}
      </div>
      {reason && <KeptReason reason={reason} onStop={() => onReason(null)} />}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {card.contact.address && (
          <OpenOutside href={card.contact.address} keyHint="O">
            {t("open")}
          </OpenOutside>
        )}
        <OpenOutside href={received} {...(!card.contact.address && { keyHint: "O" })}>
          {t("openReceived")}
        </OpenOutside>
        <span className="text-dim text-small">{t("promise")}</span>
      </div>
    </section>
  );
}

/** An answer that needs no more words. Without script it is a form like any other. */
function AnswerNow({
  card,
  answer,
  reason = "",
  look,
  keyHint,
  onAnswer,
}: {
  card: IncomingCard;
  answer: "ACCEPTED" | "DECLINED" | "IGNORED";
  reason?: string;
  look: "primary" | "secondary";
  keyHint: string;
  onAnswer: () => void;
}) {
  const t = useTranslations("incoming.answer");
  const [state, submit] = useActionState(answerIncomingAction, {});
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer();
      }}
    >
      <input type="hidden" name="id" value={card.id} />
      <input type="hidden" name="answer" value={answer} />
      <input type="hidden" name="reason" value={reason} />
      <Button type="submit" variant={look} keyHint={keyHint}>
        {t(answer)}
      </Button>
      {state.message && (
        <p role="alert" className="font-medium text-blocked text-small">
          {state.message}
        </p>
      )}
    </form>
  );
}

/** The reason that declines the next ones without asking, until that is switched off. */
function KeptReason({ reason, onStop }: { reason: string; onStop: () => void }) {
  const t = useTranslations("incoming.decline");
  return (
    <p className="flex flex-wrap items-center gap-2 rounded-control bg-soft px-3 py-1.5">
      <span className="min-w-0 break-words">{t("kept", { reason })}</span>
      <Button size="small" onClick={onStop}>
        {t("stop")}
      </Button>
    </p>
  );
}
