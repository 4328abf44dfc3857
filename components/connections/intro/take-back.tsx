"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { takeBackIntroAction } from "@/lib/connections/intro-test/actions";
import type { FormState } from "@/lib/form-state";

/** Takes the last answer back and asks about them again. */
export function TakeBack({ contactId, fullName }: { contactId: string; fullName: string }) {
  const t = useTranslations("connections.intro");
  const [state, submit] = useActionState<FormState, FormData>(takeBackIntroAction, {});
  return (
    <form action={submit} className="grid justify-items-start gap-1">
      <input type="hidden" name="contactId" value={contactId} />
      <SubmitButton variant="ghost" size="small" keyHint="U">
        {t("takeBack", { name: fullName })}
      </SubmitButton>
      {state.message && (
        <p role="alert" className="font-medium text-blocked text-small">
          {state.message}
        </p>
      )}
    </form>
  );
}
