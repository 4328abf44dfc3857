"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { controlStyle } from "@/components/ui/control-style";
import { FieldError } from "@/components/ui/field";
import { useFieldState } from "@/components/ui/form-context";
import { noteLength, unfilledFields } from "@/lib/invitations/note";
import { cardHeading } from "./card-heading";

/** The text itself, and what is still to be done about it. */
export function NoteText({
  id,
  area,
  note,
  limit,
  onNote,
}: {
  id: string;
  area: RefObject<HTMLTextAreaElement | null>;
  note: string;
  limit: number;
  onNote: (note: string) => void;
}) {
  const t = useTranslations("ready.note");
  const { errors } = useFieldState("note");
  const unfilled = unfilledFields(note);
  const over = noteLength(note) - limit;

  function remark(): string | null {
    if (unfilled.length > 0) return t("unfilled", { fields: unfilled.join(", ") });
    if (over > 0) return t("tooLong", { over });
    return note.trim() ? null : t("empty");
  }

  return (
    <div className="grid gap-1.5">
      <textarea
        id={id}
        ref={area}
        name="note"
        value={note}
        onChange={(event) => onNote(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && document.getElementById(cardHeading)?.focus()}
        aria-keyshortcuts="W"
        aria-invalid={unfilled.length > 0 || over > 0 || undefined}
        aria-describedby={`${id}-remark`}
        className={`${controlStyle} field-sizing-content min-h-[7.5rem] resize-none`}
      />
      <div id={`${id}-remark`} aria-live="polite" className="text-dim text-small">
        {remark() ?? <FieldError id={errors.length > 0 ? `${id}-error` : undefined} errors={errors} />}
      </div>
    </div>
  );
}
