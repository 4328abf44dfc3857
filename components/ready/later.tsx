"use client";

import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { DayInput } from "@/components/ui/day-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf } from "@/lib/dates/format";
import { laterAction } from "@/lib/ready/aside/actions";
import { type Aside, AsideForm } from "./aside-form";

const spans = ["ONE_WEEK", "ONE_MONTH", "THREE_MONTHS"] as const;

/** Not now: back in the queue by themselves after a while, or on a day. */
export function Later(aside: Aside) {
  const t = useTranslations("ready.later");
  const { now, timeZone } = useReader();
  return (
    <AsideForm {...aside} words="later" keyHint="Z" action={laterAction}>
      {/* What Enter in the date presses. */}
      <button type="submit" name="for" value="DATE" tabIndex={-1} aria-hidden="true" className="sr-only" />
      {spans.map((span) => (
        <SubmitButton key={span} name="for" value={span} variant="secondary">
          {t(span)}
        </SubmitButton>
      ))}
      <DayInput name="until" label={t("DATE")} prefer="future" min={dayOf(now, timeZone)} className="w-56" />
      <SubmitButton name="for" value="DATE" variant="secondary">
        {t("submit")}
      </SubmitButton>
    </AsideForm>
  );
}
