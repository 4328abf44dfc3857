"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useContext, useMemo } from "react";
import { DayInput } from "@/components/ui/day-input";
import { Form } from "@/components/ui/form";
import { FormContext } from "@/components/ui/form-context";
import { OperationKey } from "@/components/ui/operation-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { dayOf, timeOf } from "@/lib/dates/format";
import { logInteractionAction, undoLogAction } from "@/lib/interactions/actions";
import type { ContactChoice } from "@/lib/interactions/schema";
import { GroupSizeInput } from "./group-size-input";
import { InteractionFields } from "./interaction-fields";
import { PeopleField } from "./people-field";
import { SavedStatus } from "./saved-status";

const weekMs = 7 * 86_400_000;

/** Logs one interaction. `now` (ISO) is when the form was opened, `operationKey` the id of the row it makes. */
export function LogForm({
  people,
  now,
  operationKey,
  onSaved,
  children,
}: {
  people: ContactChoice[];
  now: string;
  operationKey: string;
  onSaved: () => void;
  /** Stands beside the button that saves. */
  children?: ReactNode;
}) {
  const t = useTranslations("interactions");
  const undo = useUndo();
  const zone = useTimeZone() ?? "UTC";
  const today = dayOf(now, zone);
  const action = useMemo(
    () =>
      undoable(logInteractionAction, {
        done: t("logged"),
        undo: undo(undoLogAction, { fields: ({ ids }) => ({ ids: ids.join(",") }), undone: t("undone") }),
      }),
    [t, undo],
  );
  return (
    <Form action={action} onSaved={onSaved}>
      <SavedStatus>{t("logged")}</SavedStatus>
      <OperationKey value={operationKey} />
      <PeopleField initial={people} autoFocus />
      <InteractionFields day={today} time={timeOf(now, zone)} today={today} />
      <FurtherFields due={dayOf(new Date(new Date(now).getTime() + weekMs), zone)} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{t("save")}</SubmitButton>
        {children}
        <span className="ml-auto text-dim text-small pointer-coarse:hidden">{t("saveKeys")}</span>
      </div>
    </Form>
  );
}

/** What few logs need: how many there were in all, and what is promised. */
function FurtherFields({ due }: { due: string }) {
  const t = useTranslations("interactions");
  const { errors = {} } = useContext(FormContext);
  const wrong = ["groupSize", "followUpTitle", "followUpDue"].some((name) => name in errors);
  return (
    <details open={wrong || undefined} className="group">
      <summary className="w-fit font-medium text-accent">{t("more")}</summary>
      <div className="mt-3 grid gap-4">
        <GroupSizeInput />
        <div className="flex flex-wrap gap-4">
          <TextInput
            name="followUpTitle"
            label={t("followUp")}
            hint={t("followUpHint")}
            placeholder={t("followUpPlaceholder")}
            autoComplete="off"
            className="min-w-56 flex-[2]"
          />
          <DayInput
            name="followUpDue"
            label={t("followUpDue")}
            prefer="future"
            defaultValue={due}
            className="min-w-48 flex-1"
          />
        </div>
      </div>
    </details>
  );
}
