"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { Form } from "@/components/ui/form";
import { Kbd } from "@/components/ui/kbd";
import { KeyList } from "@/components/ui/key-list";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { answerIntroAction } from "@/lib/connections/intro-test/actions";
import type { IntroPass } from "@/lib/connections/intro-test/schema";
import { introName } from "./intro-turn";
import { TakeBack } from "./take-back";

/** The sentence and the answers; `children` is what else there is to say yes to. */
export function IntroForm({
  contactId,
  version,
  canSay,
  reason,
  isNamed,
  last,
  children,
}: {
  contactId: string;
  version: number | null;
  canSay: string | null;
  reason: string;
  isNamed: boolean;
  last: IntroPass["last"];
  children: ReactNode;
}) {
  const t = useTranslations("connections.intro");
  return (
    <>
      <Form action={answerIntroAction} className="gap-3.5">
        <input type="hidden" name="contactId" value={contactId} />
        <ReadVersion version={version} values={{ canSay: canSay ?? "" }} />
        <input type="hidden" name="reason" value={reason} />
        {isNamed && <input type="hidden" name="named" value="on" />}
        <TextArea
          name="canSay"
          label={t("canSay")}
          hint={t("canSayHint")}
          aside={<Kbd look="flat">Y</Kbd>}
          placeholder={t("canSayPlaceholder")}
          defaultValue={canSay ?? ""}
          rows={1}
          aria-keyshortcuts="Y"
          onKeyDown={onKeyDown}
        />
        {children}
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="answer" value="YES" keyHint="Enter">
            {t("yes")}
          </SubmitButton>
          <SubmitButton name="answer" value="NO" keyHint="X" variant="secondary">
            {t("no")}
          </SubmitButton>
          <SubmitButton name="answer" value="UNSURE" keyHint="S" variant="secondary">
            {t("skip")}
          </SubmitButton>
          <SubmitButton name="answer" value="REMOVE" keyHint="R" variant="ghost">
            {t("remove")}
          </SubmitButton>
        </div>
      </Form>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t pt-3">
        <KeyList
          label={t("keysLabel")}
          keys={[
            { press: ["Y"], text: t("keys.yes") },
            { press: ["↵"], text: t("keys.enter") },
            { press: ["Esc"], text: t("keys.leave") },
          ]}
        />
        {last && <TakeBack {...last} />}
      </div>
    </>
  );
}

/** Enter says yes, Shift-Enter begins a line; Escape leaves the sentence, so that the keys work again. */
function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.nativeEvent.isComposing) return;
  if (event.key === "Escape") document.getElementById(introName)?.focus();
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const { form } = event.currentTarget;
  form?.requestSubmit(form.querySelector<HTMLButtonElement>("button[type=submit]"));
}
