/** A mention that is being typed: where its `@` stands, and the letters after it up to the caret. */
export type Typing = { from: number; query: string };

const longest = 40;

/** Null where the caret isn't behind an `@` that begins a word, and a name of up to three words. */
export function mentionAt(text: string, caret: number): Typing | null {
  const from = text.lastIndexOf("@", caret - 1);
  if (from === -1 || caret - from > longest) return null;
  const query = text.slice(from + 1, caret);
  if (!/^[\p{L}\p{N}]/u.test(query) || /[\n@,;:!?]/.test(query) || query.split(" ").length > 3) return null;
  return from === 0 || /[\s("“„]/.test(text[from - 1] ?? "") ? { from, query } : null;
}
