"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import type { FormState } from "@/lib/form-state";
import { savePolicyAction } from "@/lib/policy/actions";
import { policyFields } from "@/lib/policy/form-values";
import type { PolicyPreview } from "@/lib/policy/preview/schema";
import type { PolicyValues } from "@/lib/policy/schema";
import { PreviewPanel } from "./preview-panel";
import { usePreview } from "./use-preview";
import { ValueGroups } from "./value-groups";

/**
 * The eleven values, and beside them who would change. Without script a press on Preview asks for the page with what
 * was typed in its address; `typed` is how that comes back.
 */
export function PolicyForm({
  values,
  version,
  typed,
  preview,
  isChanging,
}: {
  values: PolicyValues;
  version: number;
  typed: FormState | undefined;
  preview: PolicyPreview;
  /** A change is under way: it has the contacts, and there is nothing to compare with until it is made. */
  isChanging: boolean;
}) {
  const t = useTranslations("policy");
  const fields = useRef<HTMLDivElement>(null);
  const { shown, isPending, askSoon, askNow } = usePreview(preview);
  const typedAs = (name: "warmAt" | "halfLifeDays") => [typed?.values?.[name] ?? String(values[name])].flat()[0] ?? "";
  const [warmth, setWarmth] = useState({ warmAt: typedAs("warmAt"), halfLifeDays: typedAs("halfLifeDays") });

  const changed = (form: HTMLFormElement) => {
    const data = new FormData(form);
    setWarmth({ warmAt: String(data.get("warmAt")), halfLifeDays: String(data.get("halfLifeDays")) });
    if (!isChanging) askSoon(data);
  };
  const askAgain = () => {
    const form = fields.current?.closest("form");
    if (form) askNow(new FormData(form));
  };
  // Once a change is made, what was counted before it is of no use.
  const madeNow = useEffectEvent(askAgain);
  const wasChanging = useRef(isChanging);
  useEffect(() => {
    if (wasChanging.current && !isChanging) madeNow();
    wasChanging.current = isChanging;
  }, [isChanging]);
  const save = undoable(savePolicyAction, (_, { entity }) => (entity === "policy" ? { done: t("saved") } : null));

  return (
    <Form action={save} initial={typed} onChange={(event) => changed(event.currentTarget)}>
      <ReadVersion version={version} values={policyFields(values)} />
      <noscript>
        <input type="hidden" name="scriptless" value="on" />
      </noscript>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem] lg:gap-8">
        <div ref={fields}>
          <ValueGroups values={values} typed={warmth} />
        </div>
        <div className="grid gap-4 lg:sticky lg:top-20">
          {!isChanging && (
            <>
              <PreviewPanel shown={shown} isPending={isPending} onAsk={askAgain} />
              <noscript>
                <SubmitButton
                  variant="secondary"
                  name="preview"
                  value="on"
                  formAction="/settings#policy"
                  formMethod="get"
                >
                  {t("preview.ask")}
                </SubmitButton>
              </noscript>
            </>
          )}
          <div>
            <SubmitButton>{t("save")}</SubmitButton>
          </div>
        </div>
      </div>
    </Form>
  );
}
