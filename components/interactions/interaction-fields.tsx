"use client";

import { Mail, MessagesSquare, Phone, Users, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { DayInput } from "@/components/ui/day-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { TimeInput } from "@/components/ui/text-input";
import type { Said } from "@/lib/dates/words";
import type { InteractionDetail } from "@/lib/interactions/schema";
import { depths, directions, interactionKinds } from "@/lib/interactions/words";
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
          options={interactionKinds.map((value) => ({
            value,
            label: <KindLabel kind={value}>{t(`kinds.${value}`)}</KindLabel>,
          }))}
          defaultValue={kind}
          spread
        />
        <RadioGroup
          name="direction"
          label={t("direction")}
          options={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
          defaultValue={direction}
          spread
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
          spread
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
        autoCapitalize="sentences"
      />
    </>
  );
}

const icons = { IN_PERSON: Users, VIDEO: Video, CALL: Phone, MESSAGE: Mail, COMMENT: MessagesSquare };

/** On a phone a sign over small words, so that all kinds stand in one row. */
function KindLabel({ kind, children }: { kind: keyof typeof icons; children: string }) {
  const Icon = icons[kind];
  return (
    <>
      <Icon aria-hidden="true" className="mt-1 size-5 flex-none sm:hidden" />
      <span className="max-sm:mb-1 max-sm:grid max-sm:min-h-7 max-sm:items-center max-sm:text-tiny">{children}</span>
    </>
  );
}
