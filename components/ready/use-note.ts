"use client";

import { useState } from "react";
import { useTypedValue } from "@/components/ui/form-context";

/** A template, filled from the record. */
export type Suggestion = { key: string; label: string; text: string };

/** Words of one's own, and the name of the template they grew from. */
export type Words = { text: string; template: string | null };

/** What `from` is where the person writes themselves. */
export const own = "own";

/** Words typed and neither kept nor sent: they are still there when the person comes back to the card. */
const typedSoFar = new Map<string, Words>();
export const forgetTyped = (contactId: string) => typedSoFar.delete(contactId);

/**
 * The note being written to a contact and what it started from: what came back with the form, what was typed or kept so
 * far, or what is suggested; `asked` is the template that was asked for. Words of one's own are kept when a template is
 * tried.
 */
export function useNote({
  contact,
  draft,
  asked,
  suggestions,
  suggested,
}: {
  contact: { id: string };
  draft: Words | null;
  asked: string | undefined;
  suggestions: Suggestion[];
  suggested: string;
}) {
  const find = (key: string | undefined) => suggestions.find((suggestion) => suggestion.key === key);
  const cameBack = useTypedValue("note", undefined);
  const cameFrom = useTypedValue("template", undefined) || null;
  const [ownWords, setOwnWords] = useState<Words | null>(() =>
    cameBack === undefined ? (typedSoFar.get(contact.id) ?? draft) : { text: cameBack, template: cameFrom },
  );
  const [from, setFrom] = useState(() => (cameBack === undefined && find(asked)?.key) || (ownWords ? own : suggested));
  const started = find(from);
  const template = started ? started.label : (ownWords?.template ?? null);
  return {
    note: started ? started.text : (ownWords?.text ?? ""),
    template,
    from,
    hasOwnWords: ownWords !== null,
    startFrom: setFrom,
    write: (text: string) => {
      typedSoFar.set(contact.id, { text, template });
      setOwnWords({ text, template });
      setFrom(own);
    },
  };
}
