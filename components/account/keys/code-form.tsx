"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { signInWithCodeAction } from "@/lib/account/second-factor/actions";

/** The second step of signing in: a code of the app, or a recovery code. */
export function CodeForm({ next, isRecovery }: { next: string; isRecovery: boolean }) {
  const t = useTranslations("keys.signIn");
  return (
    <Form action={signInWithCodeAction}>
      <input type="hidden" name="next" value={next} />
      {isRecovery ? (
        <TextInput name="code" label={t("recoveryCode")} autoComplete="off" autoCapitalize="none" autoFocus required />
      ) : (
        <TextInput name="code" label={t("code")} autoComplete="one-time-code" inputMode="numeric" autoFocus required />
      )}
      <SubmitButton className="justify-center">{t("submit")}</SubmitButton>
    </Form>
  );
}
