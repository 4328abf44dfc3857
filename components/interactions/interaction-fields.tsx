"use client";

import { useTranslations } from "next-intl";
import { DayInput } from "@/components/ui/day-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { TimeInput } from "@/components/ui/text-input";
import type { Said } from "@/lib/dates/words";
import { depths, directions, type InteractionDetail, interactionKinds } from "@/lib/interactions/schema";
import { MentionArea } from "./mention-area";

/** What an interaction form starts from; day and time on the owner's clock. */
export type InteractionDraft = { day: string; time: string; today: string } & Partial<
  Pick<InteractionDetail, "kind" | "direction" | "depth" | "notes" | "mentions">
>;

/** A time among the words of the day stands in its own box, where it can be changed. */
function showTime({ time }: Said, form: HTMLFormElement | null) {
  const box = form?.elements.namedItem("time");
  if (time && box instanceof HTMLInputElement) box.value = time;
}

/** What happened, when, how deep, and what was said. The direction shows for kinds that have one, by CSS alone. */
export function InteractionFields({
  kind = "IN_PERSON",
  direction,
  depth = "NORMAL",
  notes,
  mentions,
  ...when
}: InteractionDraft) {
  const t = useTranslations("interactions");
  return (
    <>
      <div className="group/kind grid gap-4">
        <RadioGroup
          name="kind"
          label={t("kind")}
          options={interactionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          defaultValue={kind}
        />
        <RadioGroup
          name="direction"
          label={t("direction")}
          options={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
          defaultValue={direction}
          className="hidden group-has-[input:is([value=MESSAGE],[value=COMMENT]):checked]/kind:block"
        />
      </div>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-[13.5rem_8.5rem_1fr]">
        <DayInput
          name="day"
          label={t("day")}
          prefer="past"
          defaultValue={when.day}
          max={when.today}
          onSaid={showTime}
        />
        <TimeInput name="time" label={t("time")} hint={t("timeHint")} defaultValue={when.time} />
        <RadioGroup
          name="depth"
          label={t("depth")}
          options={depths.map((value) => ({ value, label: t(`depths.${value}`) }))}
          defaultValue={depth}
          className="max-sm:col-span-2"
        />
      </div>
      <MentionArea
        name="notes"
        label={t("notes")}
        placeholder={t("notesHint")}
        aside={<span className="noscript:hidden">{t("mentionHint")}</span>}
        defaultValue={notes ?? ""}
        mentions={mentions}
        rows={3}
      />
    </>
  );
}
