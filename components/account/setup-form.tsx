"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { setUpAction } from "@/lib/account/actions";
import { NewPasswordInput } from "./new-password-input";

const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The first owner's form. `token` is the setup link's, which the form uses up. */
export function SetupForm({ token }: { token: string }) {
  const t = useTranslations("account.setup");
  const timeZone = useSyncExternalStore(never, browserZone, () => "UTC");
  return (
    <Form action={setUpAction}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="timeZone" value={timeZone} />
      <TextInput name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" autoFocus required />
      <TextInput name="email" type="email" label={t("email")} hint={t("emailHint")} autoComplete="username" required />
      <NewPasswordInput label={t("password")} />
      <SubmitButton className="justify-center">{t("submit")}</SubmitButton>
    </Form>
  );
}
