import { type NoteField, noteLength, unfilledFields } from "@/lib/invitations/note";

/** A template filled from a record. `facts` are the fields it asks for that say something about the two. */
export type Filled = { text: string; facts: NoteField[] };

/** Why a note is suggested: the record fills it; it does, but the note is too long; or a gap is left in every one. */
export type Suggested<Note> = { note: Note; why: "fills" | "tooLong" | "gap" };

/**
 * The note to start from: of those the record fills and that fit, the one that says most of the two; else of those that
 * are too long; else the one with the fewest gaps. Of equals the first in the owner's order.
 */
export function suggestNote<Note extends Filled>(notes: readonly Note[], limit: number): Suggested<Note> | undefined {
  const whole = notes.filter(({ text }) => unfilledFields(text).length === 0);
  const fitting = whole.filter(({ text }) => noteLength(text) <= limit);
  const telling = ({ facts }: Note) => -facts.length;
  const gaps = ({ text }: Note) => unfilledFields(text).length;
  const pick = (from: readonly Note[], by: (note: Note) => number, why: Suggested<Note>["why"]) => {
    const [note] = [...from].sort((a, b) => by(a) - by(b)); // stable: equals stay in order
    return note && { note, why };
  };
  return pick(fitting, telling, "fills") ?? pick(whole, telling, "tooLong") ?? pick(notes, gaps, "gap");
}
