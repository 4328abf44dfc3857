"use client";

import { useTranslations } from "next-intl";
import { TextInput } from "@/components/ui/text-input";

export function GroupSizeInput({ value }: { value?: number | null }) {
  const t = useTranslations("interactions");
  return (
    <TextInput
      name="groupSize"
      label={t("groupSize")}
      hint={t("groupSizeHint")}
      inputMode="numeric"
      defaultValue={value ?? undefined}
      autoComplete="off"
    />
  );
}
