"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { controlStyle } from "@/components/ui/control-style";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { submitOnModifiedEnter } from "@/components/ui/submit-on-modified-enter";

/** Where a card, a signature or an address can be put to fill the form below, and what came of it. */
export function PasteBox({
  submit,
  typed,
  reading,
  said,
  onFill,
}: {
  submit: (form: FormData) => void;
  typed: string;
  reading: boolean;
  said: string;
  onFill: (text: string) => Promise<boolean>;
}) {
  const t = useTranslations("contacts.form.paste");
  const box = useRef<HTMLTextAreaElement>(null);
  async function fill(text: string) {
    const found = text.trim() !== "" && (await onFill(text));
    if (found && box.current) box.current.value = "";
  }
  return (
    <Panel className="p-4">
      <form
        action={submit}
        aria-busy={reading || undefined}
        onSubmit={(event) => {
          event.preventDefault();
          fill(box.current?.value ?? "");
        }}
        onKeyDown={(event) => submitOnModifiedEnter(event, event.currentTarget)}
        className="grid gap-1.5"
      >
        <label htmlFor="pasted" className="font-medium">
          {t("label")}
        </label>
        <div className="flex items-start gap-2">
          <textarea
            ref={box}
            id="pasted"
            name="pasted"
            rows={1}
            defaultValue={typed}
            placeholder={t("placeholder")}
            aria-describedby="pasted-said"
            onPaste={(event) => {
              const text = event.clipboardData.getData("text/plain");
              event.preventDefault();
              if (box.current) box.current.value = text;
              fill(text);
            }}
            className={`${controlStyle} field-sizing-content max-h-40 resize-none`}
          />
          <SubmitButton variant="secondary">{t("fill")}</SubmitButton>
        </div>
        <output id="pasted-said" className="text-dim text-small">
          {said}
        </output>
      </form>
    </Panel>
  );
}
