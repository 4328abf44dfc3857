// The question that is asked before answering: the owner's wording with merge fields, filled for one person, and back.
import { fillNote, type NoteRecord, noteFields } from "../note";

/** What the question may merge in: how they are addressed, and how the owner signs. Null where there is no name for it. */
export type QuestionNames = { firstName: string | null; yourName: string | null };

/** The fields as the wording writes them, without braces: "first name". */
export type QuestionFields = Record<keyof QuestionNames, string>;

const nothing = Object.fromEntries(noteFields.map((field) => [field, null])) as NoteRecord;
const unnamed = Object.fromEntries(noteFields.map((field) => [field, ""])) as Record<keyof NoteRecord, string>;

/** The wording for one person; a field without a name stays in its braces. */
export function fillQuestion(wording: string, names: QuestionNames, fields: QuestionFields): string {
  return fillNote(wording, { ...nothing, ...names }, { ...unnamed, ...fields });
}

/** The wording behind a question asked of one person: their name, and the owner's, become fields again. */
export function wordingOf(question: string, names: QuestionNames, fields: QuestionFields): string {
  const replace = (text: string, name: string | null, field: string) =>
    name ? withName(text, name, `{${field}}`) : text;
  return replace(replace(question, names.firstName, fields.firstName), names.yourName, fields.yourName);
}

/** Whole words only, and none inside braces. */
function withName(text: string, name: string, field: string): string {
  const letters = /[\p{L}\p{N}]/u;
  let result = "";
  let at = 0;
  for (let found = text.indexOf(name); found >= 0; found = text.indexOf(name, at)) {
    const end = found + name.length;
    const isWord =
      !letters.test(lastCharacter(text.slice(0, found))) && !letters.test([...text.slice(end, end + 2)][0] ?? "");
    const isField = text.lastIndexOf("{", found) > text.lastIndexOf("}", found);
    result += text.slice(at, found) + (isWord && !isField ? field : name);
    at = end;
  }
  return result + text.slice(at);
}

const lastCharacter = (text: string): string => [...text.slice(-2)].at(-1) ?? "";
