"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { setUpAction } from "@/lib/account/actions";
import { AccountFields } from "./account-fields";
import { NewPasswordInput } from "./new-password-input";

/** The first owner's form. `token` is the setup link's, which the form uses up. */
export function SetupForm({ token }: { token: string }) {
  const t = useTranslations("account.setup");
  return (
    <Form action={setUpAction}>
      <input type="hidden" name="token" value={token} />
      <AccountFields />
      <NewPasswordInput label={t("password")} />
      <SubmitButton className="justify-center">{t("submit")}</SubmitButton>
    </Form>
  );
}
