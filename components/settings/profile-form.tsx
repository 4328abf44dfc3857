"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { updateProfileAction } from "@/lib/account/profile/actions";
import type { Account } from "@/lib/account/schema";
import { themes } from "@/lib/account/words";

/** Name, language, time zone, and light or dark. The lists come from the server: which zones there are is its word. */
export function ProfileForm({
  account,
  languages,
  timeZones,
  time,
}: {
  account: Account;
  languages: Option[];
  timeZones: Option[];
  time: string;
}) {
  const t = useTranslations("settings.profile");
  return (
    <Form action={undoable(updateProfileAction, { done: <Saved /> })}>
      <TextInput name="name" label={t("name")} hint={t("nameHint")} defaultValue={account.name} autoComplete="name" />
      <Select name="locale" label={t("locale")} options={languages} defaultValue={account.locale} />
      <Select
        name="timeZone"
        label={t("timeZone")}
        hint={t("timeZoneHint", { time })}
        options={timeZones}
        defaultValue={account.timeZone}
      />
      <RadioGroup
        name="theme"
        label={t("theme")}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        defaultValue={account.theme}
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}

/** Said where it is shown, so that a new language is the one it is said in. */
function Saved() {
  return useTranslations("common")("saved");
}
