"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { choosePasswordAction } from "@/lib/account/password/actions";
import { ConfirmFirst } from "./keys/confirm-first";
import { NewPasswordInput } from "./new-password-input";

/** The first password of an account that was made at the provider, for who has just shown who they are. */
export function FirstPasswordForm({ email, canChange }: { email: string; canChange: boolean }) {
  const t = useTranslations("account.password");
  if (!canChange) return <ConfirmFirst />;
  return (
    <Form action={undoable(choosePasswordAction, { done: t("chosen") })} className="max-w-[420px]">
      <input type="text" defaultValue={email} autoComplete="username" hidden readOnly />
      <NewPasswordInput label={t("first")} />
      <SubmitButton className="justify-self-start">{t("choose")}</SubmitButton>
    </Form>
  );
}
