"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FurtherFields } from "@/components/interactions/further-fields";
import { InteractionFields } from "@/components/interactions/interaction-fields";
import { PeopleChosen, type Person } from "@/components/interactions/people-chosen";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { dayOf, timeOf } from "@/lib/dates/format";
import { errorsByField, sentencesOf } from "@/lib/form-errors";
import type { FormAction } from "@/lib/form-state";
import { formValues } from "@/lib/form-values";
import { logInteraction } from "@/lib/interactions/schema";
import { newOperationKey } from "@/lib/operation-key";
import { type Entry, hold, keep, remove } from "@/public/outbox";
import { withTime } from "./with-time";

/** The log form without a connection: people by their names, kept on this device. With `entry`, it changes that one. */
export function OfflineLog({
  entry,
  onKept,
  onLeave,
}: {
  entry: Entry | null;
  /** Gets a sentence that says so. */
  onKept: (said: string) => void;
  onLeave?: () => void;
}) {
  const t = useTranslations("offline");
  const interactions = useTranslations("interactions");
  const sentences = sentencesOf("interactions", useTranslations());
  const zone = useTimeZone() ?? "UTC";
  const [now] = useState(() => new Date());
  // What was saved under its id before, with other content, is an entry of its own now.
  const [id] = useState(() => (entry && !entry.problem?.errors.id ? entry.id : newOperationKey()));
  const [people, setPeople] = useState(() => peopleOf(entry));
  useHeld(entry?.id);

  const keepAction: FormAction = async (_previous, form) => {
    const values = formValues(form);
    const parsed = logInteraction.safeParse(values);
    if (!parsed.success) return { errors: errorsByField(parsed.error, sentences), message: sentences("form"), values };
    const contacts = people.flatMap((person) => (person.id ? { id: person.id, name: person.name } : []));
    const typedAt = new Date();
    try {
      await keep({
        id,
        keptAt: entry?.keptAt ?? typedAt.toISOString(),
        values: withTime(values, typedAt, zone),
        people: contacts,
      });
      if (entry && entry.id !== id) await remove(entry.id);
    } catch {
      return { message: t("keepFailed"), values };
    }
    return { saved: { entity: "waiting", ids: [id] } };
  };

  const today = dayOf(now, zone);
  const inAWeek = dayOf(new Date(now.getTime() + 7 * 86_400_000), zone);
  return (
    <Panel aria-labelledby={`log-${id}`}>
      <PanelHeader title={t(entry ? "changeTitle" : "formTitle")} id={`log-${id}`} />
      <Form
        action={keepAction}
        initial={entry ? { ...entry.problem, values: entry.values } : {}}
        onSaved={() => onKept(interactions("kept"))}
        className="px-4 pb-4"
      >
        <input type="hidden" name="id" value={id} />
        <TextInput
          name="names"
          label={t("who")}
          hint={t("whoHint")}
          autoComplete="off"
          autoCapitalize="words"
          enterKeyHint="next"
          autoFocus={entry !== null}
        />
        <PeopleChosen people={people} onRemove={(gone) => setPeople(people.filter((person) => person !== gone))} />
        <InteractionFields day={today} time={timeOf(now, zone)} today={today} />
        <FurtherFields due={inAWeek} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>{t(entry ? "keepChange" : "keep")}</SubmitButton>
          {onLeave && (
            <Button variant="ghost" onClick={onLeave}>
              {t("cancel")}
            </Button>
          )}
        </div>
      </Form>
    </Panel>
  );
}

/** The contacts an entry names by id, and those it would make. */
function peopleOf(entry: Entry | null): Person[] {
  const made = [entry?.values.newNames ?? []].flat();
  return [
    ...(entry?.people ?? []).map((person) => ({ ...person, detail: null })),
    ...made.map((name) => ({ id: null, name })),
  ];
}

/** While its form is open nobody sends the entry as it was. */
function useHeld(id: string | undefined) {
  useEffect(() => {
    if (!id) return;
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    hold(id, closed).catch(() => {});
    return () => close();
  }, [id]);
}
