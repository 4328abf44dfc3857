"use client";

import { useTranslations } from "next-intl";
import type { ButtonSize } from "@/components/ui/button-style";
import { useReader } from "@/components/ui/date";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { dayOf } from "@/lib/dates/format";
import { laterAction, putBackAction } from "@/lib/ready/aside/actions";

const spans = ["ONE_WEEK", "ONE_MONTH", "THREE_MONTHS"] as const;

/** Not now: back in the queue by themselves after a while, or on a day. */
export function Later({ contact, size = "medium" }: { contact: { id: string; fullName: string }; size?: ButtonSize }) {
  const t = useTranslations("ready.later");
  const undo = useUndo();
  const { now, timeZone } = useReader();
  const { id: contactId, fullName: name } = contact;
  const action = undoable(laterAction, {
    done: t("done", { name }),
    undo: undo(putBackAction, { fields: () => ({ contactId }), undone: t("undone", { name }) }),
  });
  return (
    <Form
      action={action}
      permalink={`/ready?contact=${contactId}`}
      aria-label={t("label", { name })}
      className="has-[details[open]]:w-full"
    >
      <input type="hidden" name="contactId" value={contactId} />
      <Disclosure label={t("open")} name={`aside-${contactId}`} size={size} keyHint="Z">
        <div className="mt-2.5 flex flex-wrap items-end gap-2.5 rounded-control bg-soft p-3">
          {/* What Enter in the date presses. */}
          <button type="submit" name="for" value="DATE" tabIndex={-1} aria-hidden="true" className="sr-only" />
          {spans.map((span) => (
            <SubmitButton key={span} name="for" value={span} variant="secondary">
              {t(span)}
            </SubmitButton>
          ))}
          <DateInput name="until" label={t("DATE")} min={dayOf(now, timeZone)} className="w-40" />
          <SubmitButton name="for" value="DATE" variant="secondary">
            {t("submit")}
          </SubmitButton>
        </div>
      </Disclosure>
    </Form>
  );
}
