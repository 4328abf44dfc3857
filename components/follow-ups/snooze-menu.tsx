"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { useReader } from "@/components/ui/date";
import { DayInput } from "@/components/ui/day-input";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { dayOf } from "@/lib/dates/format";
import { snoozes } from "@/lib/follow-ups/snoozes";
import type { FormAction } from "@/lib/form-state";

const dayMs = 86_400_000;
const spans = snoozes.filter((choice) => choice !== "DATE");

/**
 * Not now: in two weeks, a month, three months or on a day; `children` are other ways to be rid of it. A native
 * disclosure, so it works without script; opening one closes the others.
 */
export function SnoozeMenu({
  action,
  wake,
  fields,
  label,
  done,
  state,
  children,
}: {
  action: FormAction;
  /** Takes it back, with the same fields. */
  wake: FormAction;
  fields: Record<string, string>;
  label: string;
  done: string;
  /** What the snooze changes: a new one closes the menu. */
  state: string | null;
  children?: ReactNode;
}) {
  const t = useTranslations("follow-ups");
  const undo = useUndo();
  const { now, timeZone } = useReader();
  const snooze = undoable(action, { done, undo: undo(wake, { fields: () => fields }) });
  return (
    <details key={state} name="snooze-menu" className="relative">
      <summary
        aria-label={label}
        className={buttonStyle({ variant: "ghost", size: "small" }, "list-none [&::-webkit-details-marker]:hidden")}
      >
        <Clock aria-hidden="true" className="size-4" />
        {t("snooze")}
      </summary>
      <div className="absolute top-full right-0 z-20 mt-1 grid w-64 gap-1 rounded-control border border-line bg-panel p-2 shadow-float">
        <Form action={snooze} className="justify-items-start gap-1">
          <Hidden fields={fields} />
          {spans.map((span) => (
            <SubmitButton key={span} name="for" value={span} variant="ghost" size="small">
              {t(`snoozes.${span}`)}
            </SubmitButton>
          ))}
        </Form>
        {/* A form of its own: in the other one Enter in the field would press its first button. */}
        <Form action={snooze} className="gap-2 px-2.5 py-1">
          <Hidden fields={{ ...fields, for: "DATE" }} />
          <DayInput
            name="until"
            prefer="future"
            label={t("snoozes.DATE")}
            min={dayOf(new Date(now.getTime() + dayMs), timeZone)}
          />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("snoozeSubmit")}
          </SubmitButton>
        </Form>
        {children}
      </div>
    </details>
  );
}

const Hidden = ({ fields }: { fields: Record<string, string> }) =>
  Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
