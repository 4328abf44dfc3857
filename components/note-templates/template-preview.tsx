"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { controlStyle } from "@/components/ui/control-style";
import { Counter } from "@/components/ui/counter";
import { fillNote, type NoteField, type NoteRecord, noteLength, unfilledFields } from "@/lib/invitations/note";

export type Person = { id: string; fullName: string; record: NoteRecord };

/** What the template becomes with a real contact's record, how long that is, and whether it could be sent. */
export function TemplatePreview({
  text,
  people,
  names,
  limit,
}: {
  text: string;
  people: Person[];
  names: Record<NoteField, string>;
  limit: number;
}) {
  const t = useTranslations("note-templates");
  const id = useId();
  const [chosen, setChosen] = useState(people[0]?.id);
  const person = people.find((one) => one.id === chosen);
  if (!person) return <p className="text-dim">{t("nobody")}</p>;
  const note = fillNote(text, person.record, names).trim();
  const unfilled = unfilledFields(note);
  const over = noteLength(note) - limit;

  function verdict(name: string): string {
    if (!note) return t("previewEmpty");
    if (unfilled.length > 0) return t("missing", { name, fields: unfilled.join(", ") });
    return over > 0 ? t("tooLong", { over }) : t("fits");
  }

  return (
    <div className="grid content-start gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <label htmlFor={`${id}-who`} className="font-medium">
          {t("previewWith")}
        </label>
        <Counter used={noteLength(note)} limit={limit} />
      </div>
      <select
        id={`${id}-who`}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        className={controlStyle}
      >
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.fullName}
          </option>
        ))}
      </select>
      <section aria-label={t("preview")} className="mt-1.5 rounded-control border border-line bg-panel p-3">
        <p className="min-h-[5lh] whitespace-pre-line break-words">{note}</p>
      </section>
      <p role="status" className="text-dim text-small">
        {verdict(person.fullName)}
      </p>
    </div>
  );
}
