"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useEffectEvent, useRef, useState } from "react";
import { Form } from "@/components/ui/form";
import { askPasskey, offersInField, type PasskeyProblem, type PasskeyPurpose, stopAsking } from "./ask-passkey";

/** Before the challenge in the field runs out: lib/account/steps.ts. */
const offerAnewMs = 8 * 60_000;

/**
 * A form that a passkey fills in: sending it asks the browser for one first. What is missing in other fields is for the
 * server to say (`isReady`), before a passkey is made for nothing. Of use with script only, so it isn't shown without.
 */
export function PasskeyForm({
  purpose,
  isReady = () => true,
  offerInField = false,
  children,
  ...form
}: Omit<ComponentProps<typeof Form>, "onTake"> & {
  purpose: PasskeyPurpose;
  isReady?: (form: FormData) => boolean;
  /** Offers passkeys where the e-mail is typed, too, where the browser can. */
  offerInField?: boolean;
}) {
  const t = useTranslations("keys.problems");
  const field = useRef<HTMLInputElement>(null);
  const offering = useRef<ReturnType<typeof setInterval>>(undefined);
  const [problem, setProblem] = useState<PasskeyProblem>();

  const fillIn = (answer: string) => {
    if (!field.current) return;
    field.current.value = answer;
    field.current.form?.requestSubmit();
  };

  const offer = async () => {
    const { answer } = await askPasskey(purpose, { inField: true });
    if (answer) fillIn(answer);
  };

  const ask = async () => {
    setProblem(undefined);
    const outcome = await askPasskey(purpose);
    setProblem(outcome.problem);
    if (outcome.answer) fillIn(outcome.answer);
    else if (outcome.problem && offering.current) void offer(); // asking ended what was offered
  };

  const take = (filledIn: FormData) => {
    const isAnswered = filledIn.get("answer") !== "";
    if (field.current) field.current.value = ""; // it is good once
    if (isAnswered || !isReady(filledIn)) return false;
    void ask();
    return true;
  };

  const offerNow = useEffectEvent(offer);
  useEffect(() => {
    if (!offerInField) return;
    let left = false;
    void offersInField().then((can) => {
      if (!can || left) return;
      void offerNow();
      offering.current = setInterval(() => void offerNow(), offerAnewMs);
    });
    return () => {
      left = true;
      if (!offering.current) return;
      clearInterval(offering.current);
      offering.current = undefined;
      void stopAsking();
    };
  }, [offerInField]);

  return (
    <Form {...form} onTake={take}>
      <input ref={field} type="hidden" name="answer" defaultValue="" />
      {children}
      {problem && (
        <p role="alert" className="font-medium text-blocked text-small">
          {t(problem)}
        </p>
      )}
    </Form>
  );
}
