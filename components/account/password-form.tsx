"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { changePasswordAction } from "@/lib/account/password/actions";
import { NewPasswordInput } from "./new-password-input";

/** Another password for whoever knows the old one. `email` tells a password manager whose it is. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account.password");
  return (
    <Form action={undoable(changePasswordAction, { done: t("changed") })} className="max-w-[420px]">
      <input type="text" defaultValue={email} autoComplete="username" hidden readOnly />
      <TextInput name="currentPassword" type="password" label={t("current")} autoComplete="current-password" required />
      <NewPasswordInput label={t("new")} />
      <SubmitButton className="justify-self-start">{t("submit")}</SubmitButton>
    </Form>
  );
}
