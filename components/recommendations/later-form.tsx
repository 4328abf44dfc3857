"use client";

import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { formatDay } from "@/lib/dates/format";
import { rescheduleRecommendationAction } from "@/lib/recommendations/actions";
import type { LaterDays } from "./later-days";

export type Due = { id: string; version: number; dueOn: string | null };

/** Due on another day, or on none. One form for all; its first button is what Enter in the field presses. */
export function LaterForm({
  item: { id, version, dueOn },
  name,
  days,
  className,
}: {
  item: Due;
  name: string;
  days: LaterDays;
  className: string;
}) {
  const t = useTranslations("recommendations.later");
  const reader = useReader();
  const undoWith = useUndo();
  const before = { id, version: String(version + 1), dueOn: dueOn ?? "" };
  const choices = { ...days, ...(dueOn && { none: "" }) };
  const reschedule = undoable(rescheduleRecommendationAction, (form) => {
    const day = String(form.get("choice") ?? form.get("dueOn") ?? "");
    return {
      done: day === "" ? t("cleared", { name }) : t("done", { name, day: formatDay(day, reader) }),
      undo: undoWith(rescheduleRecommendationAction, { fields: () => before }),
    };
  });
  return (
    <Form action={reschedule} className={className}>
      <div className="grid gap-1">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <div className="grid grid-cols-[1fr_auto] items-end gap-2 px-2.5 py-1">
          <DateInput name="dueOn" label={t("date")} defaultValue={dueOn ?? ""} />
          <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
        </div>
        {Object.entries(choices).map(([choice, day]) => (
          <SubmitButton
            key={choice}
            name="choice"
            value={day}
            variant="ghost"
            size="small"
            className="justify-self-start"
          >
            {t(choice as keyof typeof choices)}
          </SubmitButton>
        ))}
      </div>
    </Form>
  );
}
