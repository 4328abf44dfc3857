"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { MentionArea } from "@/components/interactions/mention-area";
import { SavedStatus } from "@/components/interactions/saved-status";
import { cn } from "@/components/ui/class-names";
import { DayInput } from "@/components/ui/day-input";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Said } from "@/lib/dates/words";
import type { FormAction, FormState } from "@/lib/form-state";
import { directions, interactionKinds } from "@/lib/interactions/words";
import { NextInput } from "./next-input";

/** The composer's fields; all but the box itself come with the first click into it, and stay. */
export function ComposerForm({
  action,
  initial,
  contactId,
  operationKey,
  today,
  onSaid,
  onEmptied,
}: {
  action: FormAction;
  initial: FormState;
  contactId: string;
  operationKey: string;
  today: string;
  onSaid: (said: Said) => void;
  onEmptied: () => void;
}) {
  const t = useTranslations("interactions");
  // Until the script is there, it opens by itself where somebody writes.
  const closed =
    "hidden group-focus-within/composer:grid group-has-[textarea:not(:placeholder-shown)]/composer:grid noscript:grid";
  const [open, setOpen] = useState(initial.values !== undefined);
  return (
    <Form
      action={action}
      initial={initial}
      onSaved={onEmptied}
      onFocus={() => setOpen(true)}
      aria-label={t("composer.label")}
      className="group/composer gap-3 px-4"
    >
      <span className="hidden noscript:block">
        <SavedStatus>{t("logged")}</SavedStatus>
      </span>
      <OperationKey value={operationKey} />
      <input type="hidden" name="contactIds[]" value={contactId} />
      <MentionArea
        name="notes"
        label={t("composer.notes")}
        hideLabel
        placeholder={t("composer.placeholder")}
        rows={open ? 2 : 1}
      />
      <div className={cn("gap-3", open ? "grid" : closed)}>
        <div className="group/kind flex flex-wrap gap-3">
          <RadioGroup
            name="kind"
            label={t("kind")}
            hideLabel
            options={interactionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            defaultValue="IN_PERSON"
          />
          <RadioGroup
            name="direction"
            label={t("direction")}
            hideLabel
            options={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
            className="hidden group-has-[input:is([value=MESSAGE],[value=COMMENT]):checked]/kind:block"
          />
        </div>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <DayInput
            name="day"
            label={t("composer.when")}
            prefer="past"
            defaultValue={today}
            max={today}
            withTime
            onSaid={onSaid}
          />
          <NextInput />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>{t("composer.save")}</SubmitButton>
          <span className="text-dim text-small pointer-coarse:hidden">{t("saveKeys")}</span>
        </div>
      </div>
    </Form>
  );
}
