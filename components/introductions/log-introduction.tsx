"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ContactPicker } from "@/components/contacts/contact-picker";
import { Checkbox } from "@/components/ui/checkbox";
import { useReader } from "@/components/ui/date";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput, TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { dayOf } from "@/lib/dates/format";
import { logIntroductionAction, takeBackIntroductionAction } from "@/lib/introductions/actions";
import { type SupportDirection, supportDirections } from "@/lib/support/words";

type Person = { id: string; fullName: string } | null;

/** One form for the three an introduction is about; the toast takes all of it back. */
export function LogIntroduction({
  first,
  second,
  direction,
  operationKey,
}: {
  first: Person;
  second: Person;
  direction: SupportDirection;
  operationKey: string;
}) {
  const t = useTranslations("introductions.log");
  const undo = useUndo();
  const { now, timeZone } = useReader();
  const today = dayOf(now, timeZone);
  const action = useMemo(
    () =>
      undoable(logIntroductionAction, {
        done: t("saved"),
        undo: undo(takeBackIntroductionAction, {
          fields: ({ ids: [id = "", metId = ""] }) => ({ id, metId }),
          undone: t("taken"),
        }),
      }),
    [t, undo],
  );
  return (
    <Panel aria-labelledby="log-introduction">
      <PanelHeader id="log-introduction" title={t("title")} />
      <Form action={action} className="gap-3 px-4 pb-4">
        <OperationKey value={operationKey} />
        <RadioGroup
          name="direction"
          label={t("direction")}
          defaultValue={direction}
          options={supportDirections.map((value) => ({ value, label: t(value) }))}
        />
        <ContactPicker label={t("first")} hint={t("personHint")} initial={first} />
        <ContactPicker label={t("second")} name="otherName" idName="otherId" initial={second} />
        <DateInput name="day" label={t("day")} defaultValue={today} max={today} className="max-w-52" />
        <TextInput name="note" label={t("note")} autoComplete="off" />
        <Checkbox name="howWeMet" label={t("howWeMet")} defaultChecked />
        <SubmitButton className="justify-self-start">{t("submit")}</SubmitButton>
      </Form>
    </Panel>
  );
}
