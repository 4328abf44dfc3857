"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useCallback, useEffect, useReducer, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { FormAction, FormState } from "@/lib/form-state";
import { answerIncomingAction, nextIncomingAction, undoIncomingAction } from "@/lib/invitations/incoming/actions";
import { beside, nextPass, openCards, startPass } from "@/lib/invitations/incoming/pass";
import type { IncomingAnswer, IncomingBatch, IncomingCard, UndoIncoming } from "@/lib/invitations/incoming/schema";

/** A step that was taken: what takes it back, and whether it was kept. */
type Step = { card: IncomingCard; step: UndoIncoming["step"]; kept: Promise<FormState> };
export type Refused = { name: string; message: string };

/** With fewer cards ahead the next ones are asked for. */
const fewAhead = 35;

/**
 * The pass: an answer moves on at once and is kept in the background; one that wasn't kept puts its card back and says why.
 * Steps can be taken back one by one, the latest first.
 */
export function usePass(batch: IncomingBatch, total: number) {
  const t = useTranslations("incoming");
  const common = useTranslations("common");
  const router = useRouter();
  const [pass, dispatch] = useReducer(nextPass, { batch, total }, startPass);
  const [steps, setSteps] = useState<Step[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const underWay = useRef(0);

  useEffect(() => dispatch({ type: "refreshed", cards: batch.cards }), [batch]);
  useMoreCards(pass, dispatch);

  // What is still on its way would be lost with the page.
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => underWay.current > 0 && event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, []);

  /** Calls an action; the pages are shown anew when none is under way any more. */
  const call = useCallback(
    async (action: FormAction, fields: Record<string, string>): Promise<FormState> => {
      underWay.current += 1;
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const answer = await action({}, form).catch((): FormState => ({ message: t("pass.lost") }));
      underWay.current -= 1;
      if (underWay.current === 0) startTransition(() => router.refresh());
      return answer;
    },
    [router, t],
  );

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
  function note(card: IncomingCard, step: UndoIncoming["step"], said: string, kept: Promise<FormState>) {
    const taken: Step = { card, step, kept };
    setRefused(null);
    setSteps((all) => [...all, taken]);
    kept.then((answer) => {
      if (answer.saved) {
        toast({ key: "pass", text: said, undo: { label: common("undo"), run: () => takeBack(taken) } });
        return;
      }
      setSteps((all) => all.filter((one) => one !== taken));
      dispatch({ type: "putBack", id: card.id });
      refuse(card, answer);
    });
  }

  return {
    pass,
    refused,
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
    /** Answers at once. */
    answer(card: IncomingCard, answer: IncomingAnswer, reason = "") {
      dispatch({ type: "answered", id: card.id });
      const said = t(`done.${answer}`, { name: card.contact.fullName });
      note(card, "answer", said, call(answerIncomingAction, { id: card.id, answer, reason }));
    },
    /** After a form has declined or asked: the card is done with. */
    answered(card: IncomingCard, step: "answer" | "question") {
      dispatch({ type: "answered", id: card.id });
      const said = t(step === "answer" ? "done.DECLINED" : "done.ASKED", { name: card.contact.fullName });
      note(card, step, said, Promise.resolve({ saved: { entity: "invitation", ids: [card.id] } }));
      if (underWay.current === 0) startTransition(() => router.refresh());
    },
    /** After a form has kept what they answered: the card stays, for the decision. */
    replied(card: IncomingCard, reply: string) {
      dispatch({ type: "replied", id: card.id, reply, at: new Date().toISOString() });
      const saved = { entity: "invitation", ids: [card.id] };
      note(card, "reply", t("done.replied"), Promise.resolve({ saved }));
    },
  };
}

export type PassInHand = ReturnType<typeof usePass>;

/** Asks for the next cards before they are needed. */
function useMoreCards(pass: PassInHand["pass"], dispatch: (event: Parameters<typeof nextPass>[1]) => void) {
  const asked = useRef<string | null>(null);
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
        else asked.current = null; // the next step asks again
      });
  }, [wanted, dispatch]);
}
