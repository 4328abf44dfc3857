"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";
import { useReader } from "@/components/ui/date";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { formatDay } from "@/lib/dates/format";
import { rescheduleRecommendationAction } from "@/lib/recommendations/actions";

export type Due = { id: string; version: number; dueOn: string | null };

/** The days that "in a week" and "in a month" mean. */
export type LaterDays = { week: string; month: string };

/**
 * Due on another day, or on none: a native disclosure, so it works without script; opening one closes the others. In a row it
 * is a small sign and opens over the page, elsewhere it makes room for itself.
 */
export function LaterChoices({
  item: { id, version, dueOn },
  name,
  inRow = false,
  week,
  month,
}: {
  item: Due;
  name: string;
  inRow?: boolean;
} & LaterDays) {
  const t = useTranslations("recommendations.later");
  const reader = useReader();
  const undoWith = useUndo();
  const before = { id, version: String(version + 1), dueOn: dueOn ?? "" };
  const choices = { week, month, ...(dueOn && { none: "" }) };
  const reschedule = undoable(rescheduleRecommendationAction, (form) => {
    const day = String(form.get("choice") ?? form.get("dueOn") ?? "");
    return {
      done: day === "" ? t("cleared", { name }) : t("done", { name, day: formatDay(day, reader) }),
      undo: undoWith(rescheduleRecommendationAction, { fields: () => before }),
    };
  });
  return (
    // A new key closes it once the day has changed.
    <details key={version} name="later-menu" className={inRow ? "relative" : "open:basis-full"}>
      <summary
        aria-label={t("of", { what: t(dueOn ? "change" : "set"), name })}
        className={buttonStyle(
          { variant: "ghost", size: inRow ? "icon" : "small" },
          "list-none [&::-webkit-details-marker]:hidden",
        )}
      >
        <Clock aria-hidden="true" className="size-4" />
        {!inRow && t(dueOn ? "change" : "set")}
      </summary>
      {/* One form for all: a board has a hundred of these menus. Its first button is what Enter in the field presses. */}
      <Form
        action={reschedule}
        className={cn(
          "mt-1 rounded-control border border-line bg-panel p-2",
          inRow && "absolute top-full right-0 z-20 w-64 shadow-float",
        )}
      >
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
    </details>
  );
}
