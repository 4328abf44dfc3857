import type { useTranslations } from "next-intl";
import type { Reader } from "@/lib/dates/format";
import { listInWords } from "@/lib/i18n/list";
import { fieldsOf, fillNote, type NoteField, unfilledFields } from "@/lib/invitations/note";
import { fieldNames } from "@/lib/note-templates/built-in";
import type { NoteTemplate } from "@/lib/note-templates/schema";
import { suggestNote } from "@/lib/note-templates/suggest";
import { noteRecord } from "@/lib/ready/note-record";
import type { ReadyRecord } from "@/lib/ready/schema";
import type { Suggestion } from "./use-note";

type Words = ReturnType<typeof useTranslations<"ready">>;

/** Every template filled from the record, the one that suits it best, and why that one. */
export function suggestNotes(
  record: ReadyRecord,
  {
    templates,
    yourName,
    limit,
    reader,
    t,
  }: { templates: NoteTemplate[]; yourName: string; limit: number; reader: Reader; t: Words },
): { suggestions: Suggestion[]; suggested: string; why: string } {
  const facts = noteRecord(record, yourName, reader);
  const names = fieldNames(t);
  const suggestions = templates.map(({ id, name, text }) => ({
    key: id,
    label: name,
    text: fillNote(text, facts, names),
    facts: fieldsOf(text, names).filter(isAboutYouTwo),
  }));
  const best = suggestNote(suggestions, limit);
  const list = (words: string[]) => listInWords(words, reader.locale);
  const why = best
    ? t(`suggested.${best.why}`, {
        count: best.note.facts.length,
        facts: list(best.note.facts.map((field) => names[field])),
        gaps: list(unfilledFields(best.note.text)),
      })
    : "";
  return {
    suggestions: suggestions.map(({ key, label, text }) => ({ key, label, text })),
    suggested: best?.note.key ?? "",
    why,
  };
}

/** Names say nothing of the two: every template has them. */
const isAboutYouTwo = (field: NoteField) => field !== "firstName" && field !== "yourName";
