"use client";

import { useTranslations } from "next-intl";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { deleteAccountAction } from "@/lib/account/leave/actions";
import { ConfirmFirst } from "./keys/confirm-first";

/** Deletes the account once its e-mail is typed, for who has just shown who they are. */
export function LeaveForm({ email, canLeave }: { email: string; canLeave: boolean }) {
  const t = useTranslations("account.leave");
  return (
    <ConfirmStep label={t("open")} title={t("sure")} text={t("what")}>
      {canLeave ? (
        <Form action={deleteAccountAction} className="w-full max-w-[420px]">
          <TextInput name="email" label={t("email", { email })} autoComplete="off" autoCapitalize="none" required />
          <SubmitButton variant="danger" className="justify-self-start">
            {t("confirm")}
          </SubmitButton>
        </Form>
      ) : (
        <ConfirmFirst />
      )}
    </ConfirmStep>
  );
}
