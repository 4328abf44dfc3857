"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { notThisOneAction } from "@/lib/ready/aside/actions";
import { type Aside, AsideForm } from "./aside-form";

/** Not at all, and why: kept for the day the owner wonders. */
export function NotThisOne(aside: Aside) {
  const t = useTranslations("ready.notThisOne");
  return (
    <AsideForm {...aside} words="notThisOne" keyHint="X" action={notThisOneAction}>
      <TextInput name="reason" label={t("reason")} autoComplete="off" className="min-w-56 flex-1" />
      <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
    </AsideForm>
  );
}
