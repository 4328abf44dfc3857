"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { ShownOnce } from "@/components/ui/shown-once";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { roles } from "@/lib/account/words";
import { inviteAction } from "@/lib/members/actions";

/** Makes an invitation's link, shown once. */
export function InviteForm() {
  const t = useTranslations("members");
  return (
    <Form action={inviteAction}>
      <ShownOnce
        label={t("invite.link")}
        hint={t("invite.linkHint")}
        copy={{ label: t("invite.copy"), copied: t("invite.copied"), notCopied: t("invite.notCopied") }}
      />
      <TextInput
        name="forWhom"
        label={t("invite.forWhom")}
        hint={t("invite.forWhomHint")}
        maxLength={200}
        autoComplete="off"
      />
      <RadioGroup
        name="role"
        label={t("invite.role")}
        options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        defaultValue="OWNER"
      />
      <div>
        <SubmitButton>{t("invite.make")}</SubmitButton>
      </div>
    </Form>
  );
}
