"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { DayInput } from "@/components/ui/day-input";
import { FormContext } from "@/components/ui/form-context";
import { TextInput } from "@/components/ui/text-input";
import { GroupSizeInput } from "./group-size-input";

const names = ["groupSize", "followUpTitle", "followUpDue"];

/** What few logs need, behind a fold: how many there were in all, and what is promised. */
export function FurtherFields({ due }: { due: string }) {
  const t = useTranslations("interactions");
  const { errors = {}, values = {} } = useContext(FormContext);
  const open = names.some((name) => name in errors) || Boolean(values.groupSize || values.followUpTitle);
  return (
    <details open={open || undefined} className="group">
      <summary className="flex w-fit items-center font-medium text-accent pointer-coarse:min-h-11">{t("more")}</summary>
      <div className="mt-3 grid gap-4">
        <GroupSizeInput />
        <div className="flex flex-wrap gap-4">
          <TextInput
            name="followUpTitle"
            label={t("followUp")}
            hint={t("followUpHint")}
            placeholder={t("followUpPlaceholder")}
            autoComplete="off"
            className="min-w-56 flex-[2]"
          />
          <DayInput
            name="followUpDue"
            label={t("followUpDue")}
            prefer="future"
            defaultValue={due}
            className="min-w-48 flex-1"
          />
        </div>
      </div>
    </details>
  );
}
