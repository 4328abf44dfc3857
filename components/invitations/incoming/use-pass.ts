"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useReducer, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { FormAction, FormState } from "@/lib/form-state";
import {
  answerIncomingAction,
  askFirstAction,
  nextIncomingAction,
  undoIncomingAction,
} from "@/lib/invitations/incoming/actions";
import { beside, nextPass, openCards, type Start, startPass } from "@/lib/invitations/incoming/pass";
import type { IncomingAnswer, IncomingCard, UndoIncoming } from "@/lib/invitations/incoming/schema";

/** What is written with an answer: a reason, a question. */
export type Written = Record<string, string>;
/** A step that was taken: what takes it back, and whether it was kept. */
type Step = { card: IncomingCard; step: UndoIncoming["step"]; kept: Promise<FormState> };
type Refused = { name: string; message: string };

/** With fewer cards ahead the next ones are asked for. */
const fewAhead = 6;
/** So long after the last step is kept, the pages are shown anew. */
const quietMs = 1_000;

/**
 * The pass: an answer moves on at once and is kept in the background; one that wasn't kept puts its card back, with what was
 * written for it, and says why. Steps can be taken back one by one, the latest first.
 */
export function usePass({ batch, ...start }: Start) {
  const t = useTranslations("incoming");
  const common = useTranslations("common");
  const [pass, dispatch] = useReducer(nextPass, { batch, ...start }, startPass);
  const [steps, setSteps] = useState<Step[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [lost, setLost] = useState<Record<string, Written>>({});
  const call = useCalls(t("pass.lost"));

  useEffect(() => dispatch({ type: "refreshed", cards: batch.cards }), [batch]);
  useMoreCards(pass, dispatch);

  const refuse = ({ contact }: IncomingCard, { message, errors }: FormState) =>
    setRefused({ name: contact.fullName, message: Object.values(errors ?? {})[0]?.[0] ?? message ?? t("pass.lost") });

  async function takeBack(taken: Step) {
    const { card, step } = taken;
    setSteps((all) => all.filter((one) => one !== taken));
    if (!(await taken.kept).saved) return;
    if (step === "reply") dispatch({ type: "replied", id: card.id, reply: card.reply, at: card.repliedAt ?? "" });
    else dispatch({ type: "putBack", id: card.id });
    const answer = await call(undoIncomingAction, { id: card.id, step, reply: card.reply ?? "" });
    if (answer.saved) return toast({ key: "pass", text: common("undone") });
    if (step !== "reply") dispatch({ type: "answered", id: card.id });
    refuse(card, answer);
  }

  /** Notes a step for undo, and says what was done once it is kept. */
  function note(taken: Step, said: string, written: Written = {}) {
    setRefused(null);
    setSteps((all) => [...all, taken]);
    taken.kept.then((answer) => {
      if (answer.saved) {
        toast({ key: "pass", text: said, undo: { label: common("undo"), run: () => takeBack(taken) } });
        return;
      }
      setSteps((all) => all.filter((one) => one !== taken));
      setLost((all) => ({ ...all, [taken.card.id]: written }));
      dispatch({ type: "putBack", id: taken.card.id });
      refuse(taken.card, answer);
    });
  }

  return {
    pass,
    refused,
    /** What was written for this card and not kept. */
    lost: pass.current === null ? {} : (lost[pass.current] ?? {}),
    open: openCards(pass),
    current: pass.cards.find(({ id }) => id === pass.current) ?? null,
    previous: beside(pass, pass.current, -1),
    following: beside(pass, pass.current, 1),
    canUndo: steps.length > 0,
    undo: () => {
      const last = steps.at(-1);
      if (last) void takeBack(last);
    },
    skip: () => dispatch({ type: "skipped" }),
    choose: (id: string) => dispatch({ type: "chosen", id }),
    answer(card: IncomingCard, answer: IncomingAnswer, written: Written = {}) {
      dispatch({ type: "answered", id: card.id });
      const kept = call(answerIncomingAction, { id: card.id, answer, reason: "", ...written });
      note({ card, step: "answer", kept }, t(`done.${answer}`, { name: card.contact.fullName }), written);
    },
    ask(card: IncomingCard, written: Written) {
      dispatch({ type: "answered", id: card.id });
      const kept = call(askFirstAction, { id: card.id, ...written });
      note({ card, step: "question", kept }, t("done.ASKED", { name: card.contact.fullName }), written);
    },
    /** After a form has kept what they answered: the card stays, for the decision. */
    replied(card: IncomingCard, reply: string): null {
      dispatch({ type: "replied", id: card.id, reply, at: new Date().toISOString() });
      const kept = Promise.resolve({ saved: { entity: "invitation", ids: [card.id] } });
      note({ card, step: "reply", kept }, t("done.replied"));
      return null;
    },
  };
}

/** Calls actions in the background. The pages are shown anew once all is kept and quiet, or the pass is left. */
function useCalls(lost: string) {
  const router = useRouter();
  const underWay = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // What is still on its way would be lost with the page.
    const hold = (event: BeforeUnloadEvent) => underWay.current > 0 && event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => {
      window.removeEventListener("beforeunload", hold);
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      startTransition(() => router.refresh());
    };
  }, [router]);

  return async (action: FormAction, fields: Record<string, string>): Promise<FormState> => {
    clearTimeout(timer.current);
    underWay.current += 1;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const answer = await action({}, form).catch(() => null);
    underWay.current -= 1;
    // Not while Vouch can't be reached: showing the pages anew would then load them, and end at the browser's own page.
    if (answer && underWay.current === 0) {
      timer.current = setTimeout(() => {
        timer.current = undefined;
        startTransition(() => router.refresh());
      }, quietMs);
    }
    return answer ?? { message: lost };
  };
}

export type PassInHand = ReturnType<typeof usePass>;

/** Asks for the next cards before they are needed. */
function useMoreCards(pass: PassInHand["pass"], dispatch: (event: Parameters<typeof nextPass>[1]) => void) {
  const asked = useRef<string | null>(null);
  const [tries, setTries] = useState(0);
  const last = pass.cards.at(-1)?.id ?? null;
  const ahead = pass.cards.length - pass.cards.findIndex(({ id }) => id === pass.current);
  const wanted = pass.left > 0 && (pass.current === null || ahead < fewAhead) ? last : null;
  useEffect(() => {
    if (!wanted || asked.current === wanted) return;
    asked.current = wanted;
    nextIncomingAction(wanted)
      .catch(() => null)
      .then((batch) => {
        if (batch) dispatch({ type: "loaded", batch });
        else {
          asked.current = null;
          setTimeout(() => setTries(tries + 1), quietMs);
        }
      });
  }, [wanted, tries, dispatch]);
}
