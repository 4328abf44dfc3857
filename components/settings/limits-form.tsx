"use client";

import { useTranslations } from "next-intl";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { saveDeskSettingAction } from "@/lib/desk/actions";
import { deskValues } from "@/lib/desk/form-values";
import type { DeskSetting } from "@/lib/desk/schema";

/** What LinkedIn allows, as far as the owner knows, and how long they wait for an answer. */
export function LimitsForm({ setting, version }: { setting: DeskSetting; version: number }) {
  const t = useTranslations("settings.limits");
  const fields = ["noteLength", "notesAMonth", "invitationsAWeek", "withdrawAfterDays"] as const;
  return (
    <Form action={undoable(saveDeskSettingAction, { done: t("saved") })}>
      <ReadVersion version={version} values={deskValues(setting)} />
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((name) => (
          <TextInput key={name} name={name} label={t(name)} defaultValue={setting[name]} inputMode="numeric" />
        ))}
      </div>
      <TextInput
        name="recommendationGapDays"
        label={t("recommendationGapDays")}
        hint={t("recommendationGapDaysHint")}
        defaultValue={setting.recommendationGapDays}
        inputMode="numeric"
        className="max-w-96"
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
