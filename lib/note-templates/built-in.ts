import type { useTranslations } from "next-intl";
import { type NoteField, noteFields } from "@/lib/invitations/note";
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
