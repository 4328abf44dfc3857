"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { buttonStyle } from "@/components/ui/button-style";
import { useReader } from "@/components/ui/date";
import { DayInput } from "@/components/ui/day-input";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf } from "@/lib/dates/format";
import {
  createFollowUpAction,
  deleteFollowUpAction,
  snoozeFollowUpAction,
  wakeFollowUpAction,
} from "@/lib/follow-ups/actions";
import { type FollowUp, snoozes } from "@/lib/follow-ups/schema";

/** Later, or never: a native disclosure, so it works without script; opening one closes the others. */
export function FollowUpMenu({ followUp }: { followUp: FollowUp }) {
  const { id, contactId, title, dueOn, snoozedUntil } = followUp;
  const t = useTranslations("follow-ups");
  const common = useTranslations("common");
  const { now, timeZone } = useReader();
  return (
    // A new key closes it once the snooze has taken effect.
    <details key={snoozedUntil} name="follow-up-menu" className="relative">
      <summary
        aria-label={t("snoozeOf", { title })}
        className={buttonStyle({ variant: "ghost", size: "small" }, "list-none")}
      >
        <Clock aria-hidden="true" className="size-4" />
        {t("snooze")}
      </summary>
      <div className="absolute top-full right-0 z-20 mt-1 grid w-64 gap-1 rounded-control border border-line bg-panel p-2 shadow-float">
        {snoozes.map((choice) =>
          choice === "DATE" ? (
            <Form key={choice} action={snoozeFollowUpAction} className="gap-2 px-2.5 py-1">
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="for" value={choice} />
              <DayInput name="until" label={t("snoozes.DATE")} prefer="future" min={dayOf(now, timeZone)} />
              <SubmitButton variant="secondary" className="justify-self-start">
                {t("snoozeSubmit")}
              </SubmitButton>
            </Form>
          ) : (
            <ActionButton
              key={choice}
              action={snoozeFollowUpAction}
              fields={{ id, for: choice }}
              done={t("snoozed")}
              undo={{ action: wakeFollowUpAction, fields: { id } }}
              variant="ghost"
            >
              {t(`snoozes.${choice}`)}
            </ActionButton>
          ),
        )}
        <ActionButton
          action={deleteFollowUpAction}
          fields={{ id }}
          done={t("deleted")}
          undo={{
            action: createFollowUpAction,
            fields: { id, contactId, title, dueOn, snoozedUntil: snoozedUntil ?? "" },
          }}
          variant="danger"
        >
          {common("delete")}
        </ActionButton>
      </div>
    </details>
  );
}
