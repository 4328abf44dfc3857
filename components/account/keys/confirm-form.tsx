"use client";

import { useTranslations } from "next-intl";
import { ProviderForm } from "@/components/oidc/provider-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { confirmWithPasskeyAction, confirmWithPasswordAction } from "@/lib/account/confirmation/actions";
import { PasskeyForm } from "./passkey-form";

/** The password again, a passkey, or the provider, which asks who they are again too. */
export function ConfirmForm({
  label,
  passwordOf,
  withPasskey,
  provider,
}: {
  label: string;
  passwordOf: string | null;
  withPasskey: boolean;
  provider: { name: string; at: "account" | "people" } | null;
}) {
  const t = useTranslations("keys.confirm");
  const done = { done: t("done") };
  return (
    <Disclosure label={label}>
      <div className="mt-2 grid max-w-[420px] gap-4 rounded-control border border-line p-4">
        <p className="text-dim">{t("text")}</p>
        {passwordOf && (
          <Form action={undoable(confirmWithPasswordAction, done)}>
            {/* For password managers, which ask whose password it is. */}
            <input type="email" value={passwordOf} autoComplete="username" readOnly hidden />
            <TextInput name="password" type="password" label={t("password")} autoComplete="current-password" required />
            <SubmitButton className="justify-self-start">{t("submit")}</SubmitButton>
          </Form>
        )}
        {!passwordOf && !withPasskey && !provider && <p>{t("none")}</p>}
        {withPasskey && (
          <div className="noscript:hidden">
            <PasskeyForm purpose="confirm" action={undoable(confirmWithPasskeyAction, done)}>
              <SubmitButton variant="secondary" className="justify-self-start">
                {t("passkey")}
              </SubmitButton>
            </PasskeyForm>
          </div>
        )}
        {provider && <ProviderForm label={t("provider", { name: provider.name })} to="confirm" at={provider.at} />}
      </div>
    </Disclosure>
  );
}
