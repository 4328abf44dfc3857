"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { type FormEventHandler, type ReactNode, useRef, useState } from "react";
import { FollowUpForm } from "@/components/follow-ups/follow-up-form";
import { InteractionFields } from "@/components/interactions/interaction-fields";
import { useLogAction } from "@/components/interactions/use-log-action";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf, timeOf } from "@/lib/dates/format";
import type { ContactChoice } from "@/lib/interactions/schema";
import { newOperationKey } from "@/lib/operation-key";
import type { FoundPerson } from "@/lib/search/schema";
import { useDraft } from "./use-draft";
import { ViewHead } from "./view-head";

const nobody: ContactChoice[] = [];

type ViewProps = { person: FoundPerson; onBack: () => void; onSaved: () => void };

/** Notes what happened with one person, now unless said otherwise. */
export function LogView({ person, onBack, onSaved }: ViewProps) {
  const t = useTranslations("search");
  const words = useTranslations("interactions");
  const chosen = useRef([person]);
  const action = useLogAction(nobody, chosen);
  const zone = useTimeZone() ?? "UTC";
  const [{ now, key }] = useState(() => ({ now: new Date().toISOString(), key: newOperationKey() }));
  const today = dayOf(now, zone);
  const { initial, onInput, forget } = useDraft(`log ${person.id}`);
  const done = () => {
    forget();
    onSaved();
  };
  return (
    <View title={t("logWith", { name: person.name })} onBack={onBack} onInput={onInput}>
      <Form action={action} initial={initial} onSaved={done}>
        <OperationKey value={key} />
        <input type="hidden" name="contactIds[]" value={person.id} />
        <InteractionFields day={today} time={timeOf(now, zone)} today={today} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>{words("save")}</SubmitButton>
          <span className="ml-auto text-dim text-small pointer-coarse:hidden">{words("saveKeys")}</span>
        </div>
      </Form>
    </View>
  );
}

export function FollowUpView({ person, onBack, onSaved }: ViewProps) {
  const t = useTranslations("search");
  const [key] = useState(newOperationKey);
  const { initial, onInput, forget } = useDraft(`follow-up ${person.id}`);
  const done = () => {
    forget();
    onSaved();
  };
  return (
    <View title={t("followUpWith", { name: person.name })} onBack={onBack} onInput={onInput}>
      <FollowUpForm contactId={person.id} operationKey={key} initial={initial} onSaved={done} />
    </View>
  );
}

const focusFirst = (element: HTMLElement | null) => {
  element?.querySelector<HTMLElement>("input:checked, input:not([type=hidden], [type=radio])")?.focus();
};

/** Its first field has the focus. */
function View({
  title,
  onBack,
  onInput,
  children,
}: {
  title: string;
  onBack: () => void;
  onInput: FormEventHandler;
  children: ReactNode;
}) {
  return (
    <>
      <ViewHead title={title} onBack={onBack} />
      <div ref={focusFirst} onInput={onInput} className="min-h-0 flex-1 overflow-y-auto p-5">
        {children}
      </div>
    </>
  );
}
