import { createTranslator, type useTranslations } from "next-intl";
import { languages } from "@/lib/i18n/languages";
import { locales } from "@/lib/i18n/locales";
import { fillNote, type NoteField, type NoteRecord, noteFields } from "@/lib/invitations/note";
import type { NoteTemplate } from "./schema";

/** The built-in templates in their order. Their ids are fixed: keys of theirs carry the owner. */
const builtIn = [
  ["afterMeeting", "00000000-0000-7000-8000-000000000001"],
  ["afterCall", "00000000-0000-7000-8000-000000000002"],
  ["goal", "00000000-0000-7000-8000-000000000003"],
  ["reminder", "00000000-0000-7000-8000-000000000004"],
  ["short", "00000000-0000-7000-8000-000000000005"],
] as const;

type Words = ReturnType<typeof useTranslations<"ready">>;

/** What an owner starts with, in the language of the catalogue (`ready`). */
export function builtInTemplates(t: Words): NoteTemplate[] {
  return builtIn.map(([key, id], place) => ({
    id,
    name: t(`templates.${key}.label`),
    text: t(`templates.${key}.text`),
    place,
    version: 1,
  }));
}

/** What each merge field is called in a template's braces. */
export function fieldNames(t: Words): Record<NoteField, string> {
  return Object.fromEntries(noteFields.map((field) => [field, t(`fields.${field}`)])) as Record<NoteField, string>;
}

/**
 * What an owner once wrote (a template, the wording of a question), its merge fields called as the catalogue calls them
 * now: whoever changes the language goes on with the words they have.
 */
export function withFieldsOf(t: Words, written: string): string {
  const now = Object.entries(fieldNames(t)).map(([field, name]) => [field, `{${name}}`]);
  const record = Object.fromEntries(now) as NoteRecord;
  return languages.reduce((text, language) => {
    const { tag, messages } = locales[language];
    return fillNote(text, record, fieldNames(createTranslator({ locale: tag, messages, namespace: "ready" })));
  }, written);
}
