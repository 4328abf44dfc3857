"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";
import type { SelfChoice } from "@/lib/imports/schema";

/** Says who the owner is among the people of a file, and lets the owner say otherwise. */
export function SelfForm({
  action,
  id,
  self,
  choices,
}: {
  action: FormAction;
  id: string;
  self: string;
  choices: SelfChoice[];
}) {
  const t = useTranslations("imports.preview");
  return (
    <Form action={action} className="px-4 pb-4">
      <input type="hidden" name="id" value={id} />
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1">
          <Select
            name="self"
            label={t("selfLabel")}
            hint={t("selfText")}
            defaultValue={self}
            options={choices.map(({ key, name, messages }) => ({
              value: key,
              label: t("selfOption", { name, messages }),
            }))}
          />
        </div>
      </div>
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("selfSave")}
      </SubmitButton>
    </Form>
  );
}
