"use client";

import { useState } from "react";

/** A template, filled from the record. */
export type Suggestion = { key: string; label: string; text: string };

/** What `from` is where the person writes themselves. */
export const own = "own";

/** The note being written and what it started from. Words of one's own are kept when a template is tried. */
export function useNote(draft: string | null, suggestions: Suggestion[], suggested: string) {
  const textOf = (key: string) => suggestions.find((suggestion) => suggestion.key === key)?.text ?? "";
  const [from, setFrom] = useState(draft === null ? suggested : own);
  const [ownWords, setOwnWords] = useState(draft);
  return {
    note: from === own ? (ownWords ?? "") : textOf(from),
    from,
    hasOwnWords: ownWords !== null,
    startFrom: setFrom,
    write: (typed: string) => {
      setFrom(own);
      setOwnWords(typed);
    },
  };
}
