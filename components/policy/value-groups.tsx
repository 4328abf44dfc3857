"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PolicyValues } from "@/lib/policy/schema";
import { daysOfMeeting, strengthOf } from "@/lib/policy/warm";
import { NumberRow, TickRow } from "./number-row";

/** The eleven values under the rule they belong to. `typed` is what stands in the form, as far as it is a number. */
export function ValueGroups({
  values,
  typed,
}: {
  values: PolicyValues;
  typed: Record<"warmAt" | "halfLifeDays", string>;
}) {
  const t = useTranslations("policy.groups");
  const rules = useTranslations("strength.rules");
  return (
    <div className="grid gap-5">
      <Group title={rules("warm")}>
        <NumberRow name="halfLifeDays" value={values.halfLifeDays} />
        <NumberRow name="warmAt" value={values.warmAt} means={<WarmMeans {...typed} />} />
      </Group>
      <Group title={rules("knows")}>
        <NumberRow name="minTwoWayDays" value={values.minTwoWayDays} />
      </Group>
      <Group title={rules("desires")}>
        <NumberRow name="minCommonGround" value={values.minCommonGround} />
      </Group>
      <Group title={rules("mutual")}>
        <TickRow name="requireSupportEachWay" value={values.requireSupportEachWay} />
      </Group>
      <Group title={rules("verified")}>
        <NumberRow name="minChecks" value={values.minChecks} />
        <NumberRow name="minCheckKinds" value={values.minCheckKinds} />
        <NumberRow name="checkMaxAgeDays" value={values.checkMaxAgeDays} />
        <NumberRow name="remoteMinCalls" value={values.remoteMinCalls} />
        <NumberRow name="remoteMinSpanDays" value={values.remoteMinSpanDays} />
      </Group>
      <Group title={t("review")}>
        <NumberRow name="assessmentMaxAgeDays" value={values.assessmentMaxAgeDays} />
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-bold text-dim text-small">{title}</legend>
      <div className="mt-1 divide-y divide-line border-line border-t">{children}</div>
    </fieldset>
  );
}

/** Nobody knows what an S of 4 is: as a strength, and as how long one meeting lasts. */
function WarmMeans({ warmAt, halfLifeDays }: Record<"warmAt" | "halfLifeDays", string>) {
  const t = useTranslations("policy.values.warmAt");
  const [s, halfLife] = [warmAt, halfLifeDays].map((value) => Number(value.trim().replace(",", ".") || Number.NaN));
  if (!(s && s > 0)) return t("means");
  const strength = Math.round(strengthOf(s));
  const days = halfLife && halfLife > 0 ? daysOfMeeting(s, halfLife) : undefined;
  if (days === undefined) return t("asStrength", { strength });
  return days === null || Math.round(days) === 0
    ? t("manyMeetings", { strength })
    : t("oneMeeting", { strength, days: Math.round(days) });
}
