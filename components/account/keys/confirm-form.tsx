"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { confirmWithPasskeyAction, confirmWithPasswordAction } from "@/lib/account/confirmation/actions";
import { PasskeyForm } from "./passkey-form";

/** Before anything here can be changed: the password again, or a passkey; who has neither signs in anew. */
export function ConfirmForm({ passwordOf, withPasskey }: { passwordOf: string | null; withPasskey: boolean }) {
  const t = useTranslations("keys.confirm");
  const done = { done: t("done") };
  return (
    <Disclosure label={t("open")}>
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
        {!passwordOf && !withPasskey && <p>{t("anew")}</p>}
        {withPasskey && (
          <div className="noscript:hidden">
            <PasskeyForm purpose="confirm" action={undoable(confirmWithPasskeyAction, done)}>
              <SubmitButton variant="secondary" className="justify-self-start">
                {t("passkey")}
              </SubmitButton>
            </PasskeyForm>
          </div>
        )}
      </div>
    </Disclosure>
  );
}
