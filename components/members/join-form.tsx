"use client";

import { useTranslations } from "next-intl";
import { AccountFields } from "@/components/account/account-fields";
import { NewPasswordInput } from "@/components/account/new-password-input";
import { Form } from "@/components/ui/form";
import { Remark } from "@/components/ui/remark";
import { SubmitButton } from "@/components/ui/submit-button";
import { joinAction, joinByProviderAction } from "@/lib/members/join/actions";

/** A new account's form; `token` is the invitation's, which the form uses up. */
export function JoinForm({ token }: { token: string }) {
  const t = useTranslations("members.join");
  return (
    <Form action={joinAction}>
      <input type="hidden" name="token" value={token} />
      <AccountFields />
      <NewPasswordInput label={t("password")} />
      <SubmitButton className="justify-center">{t("submit")}</SubmitButton>
    </Form>
  );
}

/** The same for whom the provider has let in, with what it says of them filled in. */
export function ArrivedForm({
  token,
  provider,
  name,
  email,
}: {
  token: string;
  provider: string;
  name?: string | undefined;
  email?: string | undefined;
}) {
  const t = useTranslations("members.join");
  return (
    <Form action={joinByProviderAction}>
      <Remark>{t("arrived", { provider })}</Remark>
      <input type="hidden" name="token" value={token} />
      <AccountFields name={name} email={email} emailHint={t("arrivedEmailHint")} />
      <SubmitButton className="justify-center">{t("submit")}</SubmitButton>
    </Form>
  );
}
