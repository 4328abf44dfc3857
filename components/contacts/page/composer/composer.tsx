"use client";

import { useTranslations } from "next-intl";
import { startTransition, useEffect, useEffectEvent, useMemo, useOptimistic, useRef, useState } from "react";
import { useReader } from "@/components/ui/date";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { dayOf } from "@/lib/dates/format";
import type { Said } from "@/lib/dates/words";
import type { FormAction, FormState } from "@/lib/form-state";
import { formValues } from "@/lib/form-values";
import { logInteractionAction, undoLogAction } from "@/lib/interactions/actions";
import { ComposerForm } from "./composer-form";
import { UnsavedEntry, type Written } from "./unsaved-entry";

/**
 * The box above the timeline in which one writes what happened. What is sent stands in the timeline at once, marked until
 * it is saved, and the box is free again; what could not be saved comes back into it with everything as it was typed, or
 * waits beside it where something else has been begun meanwhile.
 */
export function Composer({ contactId, operationKey }: { contactId: string; operationKey: string }) {
  const t = useTranslations("interactions");
  const form = useTranslations("common.form");
  const undo = useUndo();
  const { now, timeZone } = useReader();
  const box = useRef<HTMLDivElement>(null);
  const said = useRef<Said | null>(null);
  const handed = useRef<{ data: FormData; day: string } | null>(null);
  const [shown, setShown] = useState<{ turn: number; answer: FormState }>({ turn: 0, answer: {} });
  const [failed, setFailed] = useState<Written[]>([]);
  const [saving, addSaving] = useOptimistic<Written[], Written>([], (before, one) => [one, ...before]);

  const save = useMemo(
    () =>
      undoable(logInteractionAction, {
        done: t("logged"),
        undo: undo(undoLogAction, { fields: ({ ids }) => ({ ids: ids.join(",") }), undone: t("undone") }),
      }),
    [t, undo],
  );
  const show = (answer: FormState) => setShown(({ turn }) => ({ turn: turn + 1, answer }));
  const isFree = () => !box.current?.querySelector("textarea")?.value.trim();

  async function send(data: FormData, day: string): Promise<void> {
    const today = dayOf(new Date(), timeZone);
    const written: Written = {
      id: String(data.get("id")),
      at: day === today ? new Date().toISOString() : `${day}T12:00:00Z`,
      values: formValues(data),
      answer: {},
    };
    addSaving(written);
    const answer = await save({}, data).catch(
      (): FormState => ({ message: form(navigator.onLine ? "crashed" : "offline") }),
    );
    if (answer.saved) return;
    startTransition(() => {
      const back = { ...answer, values: written.values };
      if (isFree()) show(back);
      else setFailed((before) => [{ ...written, answer: back }, ...before]);
    });
  }

  // Handed over, so that the form is empty for what comes next; on the server only the action itself will do. It is sent
  // once the form is empty, and not before: actions that overlap end together.
  const handOver: FormAction = async (_, data) => {
    handed.current = { data, day: said.current?.day ?? dayOf(new Date(), timeZone) };
    return { saved: { entity: "interaction", ids: [] } };
  };

  function sendHanded() {
    const next = handed.current;
    handed.current = null;
    said.current = null;
    if (next) startTransition(() => send(next.data, next.day));
  }

  // Whoever left for another page in the same moment has it saved all the same.
  const sendLeft = useEffectEvent(sendHanded);
  useEffect(() => () => sendLeft(), []);

  return (
    <div ref={box} className="border-line border-b pb-3.5">
      <ComposerForm
        key={shown.turn}
        action={typeof window === "undefined" ? logInteractionAction : handOver}
        initial={shown.answer}
        contactId={contactId}
        operationKey={operationKey}
        today={dayOf(now, timeZone)}
        onSaid={(words) => {
          said.current = words;
        }}
        onEmptied={sendHanded}
      />
      {(saving.length > 0 || failed.length > 0) && (
        <ol aria-label={t("composer.saving")} className="px-4 pt-1">
          {saving.map((entry) => (
            <UnsavedEntry key={entry.id} entry={entry} />
          ))}
          {failed.map((entry) => (
            <UnsavedEntry
              key={entry.id}
              entry={entry}
              onAgain={() => {
                setFailed((before) => before.filter((other) => other !== entry));
                show(entry.answer);
              }}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
