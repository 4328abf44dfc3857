"use client";

import { type FormEvent, useState } from "react";
import type { FormState } from "@/lib/form-state";
import { formValues } from "@/lib/form-values";

const drafts = new Map<string, NonNullable<FormState["values"]>>();

/**
 * What was typed into a form and not saved, for as long as the page lives: the palette closes at a key, and nothing is
 * lost by it. `initial` fills the form, `onInput` goes around it, `forget` is for when it is saved.
 */
export function useDraft(key: string) {
  const [initial] = useState<FormState>(() => {
    const values = drafts.get(key);
    return values ? { values } : {};
  });
  return {
    initial,
    onInput: ({ target }: FormEvent) => {
      const form = (target as HTMLInputElement).form;
      if (form) drafts.set(key, formValues(new FormData(form)));
    },
    forget: () => void drafts.delete(key),
  };
}
