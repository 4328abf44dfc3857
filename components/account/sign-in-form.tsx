"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { signInAction } from "@/lib/account/actions";

/** `next` is where it leads. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("account.signIn");
  return (
    <Form action={signInAction}>
      <input type="hidden" name="next" value={next} />
      <TextInput name="email" type="email" label={t("email")} autoComplete="username webauthn" autoFocus required />
      <TextInput name="password" type="password" label={t("password")} autoComplete="current-password" required />
      <SubmitButton className="justify-center">{t("submit")}</SubmitButton>
      <p className="text-dim text-small">{t("forgot")}</p>
    </Form>
  );
}
