"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { recommendationFormId } from "./recommendation-form";

/** A fact that can be put into the text, where the cursor is: as typed, so that the browser's own undo takes it back. */
export function InsertFact({ text }: { text: string }) {
  const t = useTranslations("recommendations.together");
  const [inserted, setInserted] = useState(0);
  return (
    <li className="flex items-start gap-2 py-1">
      <span className="min-w-0 flex-1 break-words">{text}</span>
      <button
        type="button"
        form={recommendationFormId}
        aria-label={t("insert", { text })}
        onClick={({ currentTarget }) => {
          const area = currentTarget.form?.elements.namedItem("text");
          if (!(area instanceof HTMLTextAreaElement)) return;
          insertAtCursor(area, text);
          setInserted((times) => times + 1);
        }}
        className="grid size-7 flex-none place-items-center rounded-control border border-line bg-panel hover:border-edge pointer-coarse:size-10"
      >
        <Plus aria-hidden="true" className="size-4" />
      </button>
      <output className="sr-only">{inserted > 0 && <span key={inserted}>{t("inserted")}</span>}</output>
    </li>
  );
}

function insertAtCursor(area: HTMLTextAreaElement, text: string) {
  if (!("placed" in area.dataset)) area.setSelectionRange(area.value.length, area.value.length);
  area.focus();
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  const spaced = `${/\S$/.test(before) ? " " : ""}${text}${/^\S/.test(after) ? " " : ""}`;
  if (document.execCommand("insertText", false, spaced)) return;
  area.setRangeText(spaced, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
