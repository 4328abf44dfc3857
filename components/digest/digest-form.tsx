"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { saveDigestSettingAction } from "@/lib/digest/actions";
import { type Part, parts } from "@/lib/digest/parts";
import type { DigestSetting } from "@/lib/digest/schema";

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

export function DigestForm({ setting }: { setting: DigestSetting }) {
  const t = useTranslations("digest");
  return (
    <Form action={undoable(saveDigestSettingAction, (form) => ({ done: t(form.get("enabled") ? "saved" : "off") }))}>
      <Checkbox name="enabled" label={t("enabled")} defaultChecked={setting.enabled} />
      <div className="flex flex-wrap gap-4">
        <Select name="hour" label={t("hour")} options={hours} defaultValue={String(setting.hour)} className="w-40" />
        <RadioGroup
          name="days"
          label={t("days")}
          defaultValue={setting.weekdaysOnly ? "WEEKDAYS" : "DAILY"}
          options={(["DAILY", "WEEKDAYS"] as const).map((value) => ({ value, label: t(`day.${value}`) }))}
        />
      </div>
      <Parts chosen={setting.parts} />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}

function Parts({ chosen }: { chosen: Part[] }) {
  const t = useTranslations("digest");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium">{t("parts")}</legend>
      <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
        {parts.map((part) => (
          <Checkbox
            key={part}
            name="parts[]"
            value={part}
            label={t(`part.${part}`)}
            defaultChecked={chosen.includes(part)}
          />
        ))}
      </div>
    </fieldset>
  );
}
