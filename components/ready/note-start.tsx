"use client";

import { useTranslations } from "next-intl";
import { Button, KeyHint } from "@/components/ui/button";
import { Counter } from "@/components/ui/counter";
import { own, type Suggestion } from "./use-note";

/** The line above the note: its label, what it starts from, and how much of the limit it uses. */
export function NoteStart({
  noteId,
  startForm,
  from,
  hasOwnWords,
  suggestions,
  used,
  limit,
  onStart,
}: {
  noteId: string;
  /** The form that asks for a template where there is no script. */
  startForm: string;
  from: string;
  hasOwnWords: boolean;
  suggestions: Suggestion[];
  used: number;
  limit: number;
  onStart: (key: string) => void;
}) {
  const t = useTranslations("ready.note");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="flex items-center gap-1.5">
        <label htmlFor={noteId} className="font-bold">
          {t("label")}
        </label>
        <KeyHint>W</KeyHint>
      </span>
      <label className="flex items-center gap-1.5 text-dim text-small">
        {t("template")}
        <select
          form={startForm}
          name="template"
          value={from}
          onChange={(event) => onStart(event.target.value)}
          className="min-h-6 max-w-44 rounded-small border border-line bg-panel px-1.5 py-0.5 text-ink hover:border-edge pointer-coarse:min-h-10"
        >
          {hasOwnWords && <option value={own}>{t("own")}</option>}
          {suggestions.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <Button type="submit" form={startForm} size="small">
          {t("use")}
        </Button>
      </noscript>
      <span className="ml-auto">
        <Counter used={used} limit={limit} />
      </span>
    </div>
  );
}
