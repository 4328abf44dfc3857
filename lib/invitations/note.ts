// The note that goes with an invitation: what of the record can be merged into it, how long it is, whether it is whole.
import { countGraphemes } from "@/lib/graphemes";

/** What a template may ask for. The words a person reads in its braces are in the catalogue: `ready.fields`. */
export const noteFields = [
  "firstName",
  "lastMet",
  "lastSpoke",
  "whereYouMet",
  "commonGround",
  "goal",
  "expertise",
  "yourName",
] as const;
export type NoteField = (typeof noteFields)[number];

/** What the record holds for each field, ready to stand in a sentence; null where it holds nothing. */
export type NoteRecord = Record<NoteField, string | null>;

/** Something in braces: a merge field nobody filled, or one with a misspelt name. */
const braces = /\{[^{}\n]{1,60}\}/g;

/**
 * The template with every field the record can fill. The others stay in their braces, for the person to replace.
 * `names` are the fields' names as the template writes them: `{first name}`.
 */
export function fillNote(template: string, record: NoteRecord, names: Record<NoteField, string>): string {
  const values = new Map(noteFields.map((field) => [names[field].toLowerCase(), record[field]]));
  return template.replace(braces, (written) => values.get(bareName(written)) ?? written);
}

/** "{ First Name }" asks for "first name". */
const bareName = (written: string) => written.slice(1, -1).trim().toLowerCase();

/** The fields a template asks for, each once. */
export function fieldsOf(template: string, names: Record<NoteField, string>): NoteField[] {
  const asked = new Set(unfilledFields(template).map(bareName));
  return noteFields.filter((field) => asked.has(names[field].toLowerCase()));
}

/** What stands in braces without being a field: nothing will ever fill it. */
export function unknownFields(template: string, names: Record<NoteField, string>): string[] {
  const known = new Set(noteFields.map((field) => names[field].toLowerCase()));
  return unfilledFields(template).filter((written) => !known.has(bareName(written)));
}

/** The fields still in braces, each once, in the order they stand. */
export function unfilledFields(note: string): string[] {
  return [...new Set(note.match(braces) ?? [])];
}

export const noteLength = countGraphemes;

const titles = /^(?:dr|prof|professor|mr|mrs|ms|mx|miss|sir|dame|rev|hon|ing|dipl|mag|herr|frau)\.?$/i;

/**
 * How to address somebody: the first part of the name that is neither a title nor an initial. Null where only a family
 * name is spelled out, so that the note asks instead of starting with "Hi J.".
 */
export function firstName(fullName: string): string | null {
  const parts = fullName.trim().replace(/,.*$/, "").split(/\s+/);
  const named = parts.filter((part) => !titles.test(part));
  const given = named.length > 1 ? named.slice(0, -1) : named;
  return given.find((part) => !/^\p{L}\.?$/u.test(part)) ?? null;
}
