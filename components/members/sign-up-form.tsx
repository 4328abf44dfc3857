"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { setSignUpAction } from "@/lib/members/actions";
import { type SignUp, signUps } from "@/lib/members/words";

export function SignUpForm({ signUp }: { signUp: SignUp }) {
  const t = useTranslations("members.signUp");
  return (
    <Form action={undoable(setSignUpAction, { done: t("saved") })}>
      <RadioGroup
        name="signUp"
        label={t("label")}
        hideLabel
        hint={t("hint")}
        options={signUps.map((value) => ({ value, label: t(`options.${value}`) }))}
        defaultValue={signUp}
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
