import type { useTranslations } from "next-intl";
import type { Reader } from "@/lib/dates/format";
import { fillNote, noteFields, suggestNote } from "@/lib/invitations/note";
import { noteRecord } from "@/lib/ready/note-record";
import type { ReadyRecord } from "@/lib/ready/schema";
import type { Suggestion } from "./use-note";

/** The built-in templates, the most telling first. */
const templates = ["afterMeeting", "afterCall", "goal", "reminder", "short"] as const;

type Words = ReturnType<typeof useTranslations<"ready">>;

/** Every template filled from the record, and the one that suits it best. */
export function suggestNotes(
  record: ReadyRecord,
  { yourName, limit, reader, t }: { yourName: string; limit: number; reader: Reader; t: Words },
): { suggestions: Suggestion[]; suggested: string } {
  const facts = noteRecord(record, yourName, reader);
  const names = Object.fromEntries(noteFields.map((field) => [field, t(`fields.${field}`)])) as Record<
    (typeof noteFields)[number],
    string
  >;
  const suggestions = templates.map((key) => ({
    key,
    label: t(`templates.${key}.label`),
    text: fillNote(t(`templates.${key}.text`), facts, names),
  }));
  return { suggestions, suggested: suggestNote(suggestions, limit)?.key ?? templates[0] };
}
