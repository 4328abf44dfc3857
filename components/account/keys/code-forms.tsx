"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { renewRecoveryCodesAction, switchOnAction } from "@/lib/account/second-factor/actions";
import { ShownCodes } from "./shown-codes";

/**
 * Switches codes on and, once they are, makes new recovery codes. The first form stays where it is when it has done its work:
 * the codes it was answered with stand in it. `app` is what an app is shown before.
 */
export function CodeForms({ isOn, app }: { isOn: boolean; app: ReactNode }) {
  const t = useTranslations("keys.codes");
  const [areRenewed, setRenewed] = useState(false);
  return (
    <>
      <Form action={switchOnAction} className="empty:hidden">
        {isOn ? (
          !areRenewed && <ShownCodes />
        ) : (
          <>
            {app}
            <TextInput
              name="code"
              label={t("code")}
              hint={t("codeHint")}
              autoComplete="one-time-code"
              inputMode="numeric"
              className="max-w-60"
              required
            />
            <SubmitButton className="justify-self-start">{t("switchOn")}</SubmitButton>
          </>
        )}
      </Form>
      {isOn && (
        <Form action={renewRecoveryCodesAction} onSaved={() => setRenewed(true)}>
          <ShownCodes />
          <div className="grid justify-items-start gap-1.5">
            <SubmitButton variant="secondary">{t("renew")}</SubmitButton>
            <p className="text-dim text-small">{t("renewHint")}</p>
          </div>
        </Form>
      )}
    </>
  );
}
