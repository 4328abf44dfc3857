"use client";

import { useTranslations } from "next-intl";
import { NewPasswordInput } from "@/components/account/new-password-input";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { choosePasswordAction } from "@/lib/account/oidc/actions";

/** The first password of an account that the provider alone signs in: with it they may part. */
export function PasswordForm() {
  const t = useTranslations("oidc.section");
  return (
    <Form action={undoable(choosePasswordAction, { done: t("passwordChosen") })} className="w-full max-w-[420px]">
      <p className="text-dim">{t("onlyWayIn")}</p>
      <NewPasswordInput label={t("password")} />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("choosePassword")}
      </SubmitButton>
    </Form>
  );
}
