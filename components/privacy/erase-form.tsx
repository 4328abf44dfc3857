"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { erasePersonAction } from "@/lib/privacy/actions";

/** Erases a person once their name is typed. `canKeepOut`: imports could know them again by something. */
export function EraseForm({ id, name, canKeepOut }: { id: string; name: string; canKeepOut: boolean }) {
  const t = useTranslations("privacy.erase");
  return (
    <ConfirmStep label={t("open", { name })} title={t("sure")} text={t("backups")}>
      <Form action={erasePersonAction} className="w-full max-w-[420px]">
        <input type="hidden" name="id" value={id} />
        <TextInput name="name" label={t("name", { name })} autoComplete="off" required />
        {canKeepOut ? (
          <Checkbox name="keepOut" label={t("keepOut")} hint={t("keepOutHint")} />
        ) : (
          <p className="text-dim">{t("comesBack")}</p>
        )}
        <SubmitButton variant="danger" className="justify-self-start">
          {t("confirm")}
        </SubmitButton>
      </Form>
    </ConfirmStep>
  );
}
