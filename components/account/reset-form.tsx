"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { resetPasswordAction } from "@/lib/account/reset/actions";
import { NewPasswordInput } from "./new-password-input";

/** A new password for whoever holds the link that `token` is from; the form uses it up. */
export function ResetForm({ token }: { token: string }) {
  const t = useTranslations("account.reset");
  return (
    <Form action={resetPasswordAction}>
      <input type="hidden" name="token" value={token} />
      <NewPasswordInput label={t("password")} autoFocus />
      <SubmitButton className="justify-center">{t("submit")}</SubmitButton>
    </Form>
  );
}
