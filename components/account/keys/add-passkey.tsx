"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { addPasskeyAction } from "@/lib/account/passkeys/actions";
import { PasskeyForm } from "./passkey-form";

/** Names a passkey and has the browser make it. */
export function AddPasskey() {
  const t = useTranslations("keys.passkeys");
  return (
    <>
      <div className="noscript:hidden">
        <PasskeyForm
          purpose="add"
          action={undoable(addPasskeyAction, { done: t("isAdded") })}
          isReady={(form) => String(form.get("name")).trim() !== ""}
        >
          <TextInput
            name="name"
            label={t("newName")}
            hint={t("nameHint")}
            autoComplete="off"
            maxLength={60}
            className="max-w-96"
          />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("add")}
          </SubmitButton>
        </PasskeyForm>
      </div>
      <noscript>{t("script")}</noscript>
    </>
  );
}
