"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { units, type Wish } from "@/lib/rhythm/wish";

/** "Every [6] [weeks]". */
export function EveryFields({ wish }: { wish: Wish }) {
  const t = useTranslations("rhythm");
  const { every, unit } = typeof wish === "string" ? { every: "", unit: units[0] } : wish;
  return (
    <>
      <TextInput name="every" label={t("custom")} defaultValue={every} inputMode="numeric" className="w-20" />
      <Select
        name="unit"
        label={t("unit")}
        hideLabel
        defaultValue={unit}
        options={units.map((value) => ({ value, label: t(`units.${value}`) }))}
        className="w-32"
      />
    </>
  );
}
