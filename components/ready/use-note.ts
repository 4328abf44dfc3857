"use client";

import { useState } from "react";

/** A template, filled from the record. */
export type Suggestion = { key: string; label: string; text: string };

/** What `from` is where the person writes themselves. */
export const own = "own";

type Words = { text: string; template: string | null };

/** Words typed and neither kept nor sent: they are still there when the person comes back to the card. */
const typedSoFar = new Map<string, Words>();

/**
 * The note being written to a contact and what it started from: the words kept so far, or what is suggested. Words of
 * one's own are kept when a template is tried, and remember which one they grew from.
 */
export function useNote(
  contactId: string,
  {
    draft,
    asked,
    suggestions,
    suggested,
  }: { draft: Words | null; asked: string | undefined; suggestions: Suggestion[]; suggested: string },
) {
  const find = (key: string | undefined) => suggestions.find((suggestion) => suggestion.key === key);
  const [ownWords, setOwnWords] = useState<Words | null>(() => typedSoFar.get(contactId) ?? draft);
  const [from, setFrom] = useState(find(asked)?.key ?? (ownWords ? own : suggested));
  const template = from === own ? (ownWords?.template ?? null) : (find(from)?.label ?? null);
  return {
    note: from === own ? (ownWords?.text ?? "") : (find(from)?.text ?? ""),
    template,
    from,
    hasOwnWords: ownWords !== null,
    startFrom: setFrom,
    write: (text: string) => {
      typedSoFar.set(contactId, { text, template });
      setOwnWords({ text, template });
      setFrom(own);
    },
    /** They are in the database now. */
    forget: () => typedSoFar.delete(contactId),
  };
}
