"use client";

import { type ReactNode, startTransition } from "react";
import type { FormAction, FormState } from "@/lib/form-state";
import { toast } from "./toast";

type Saved = NonNullable<FormState["saved"]>;

export type Undoable = {
  /** What was done, in a sentence. */
  done: ReactNode;
  undo?: Undo;
};

/** What takes it back, with the fields its form would have. */
export type Undo = {
  label: string;
  action: FormAction;
  fields: (saved: Saved) => Record<string, string>;
  /** Said when it was taken back. */
  undone: ReactNode;
  /** Said when that failed without a reason. */
  failed: string;
};

/**
 * The action, followed by a toast that says what was done and offers to take it back (null: nothing to say). The toast
 * comes from here and not from an effect: what was done often takes the form away with it. On the server the bare
 * action is needed, as only that can be written into the HTML for use without script.
 */
export function undoable(
  action: FormAction,
  said: Undoable | ((form: FormData, saved: Saved) => Undoable | null),
): FormAction {
  if (typeof window === "undefined") return action;
  return async (previous, form) => {
    const answer = await action(previous, form);
    const { saved } = answer;
    if (!saved) return answer;
    const telling = typeof said === "function" ? said(form, saved) : said;
    if (!telling) return answer;
    const { done, undo } = telling;
    toast({ text: done, ...(undo && { undo: { label: undo.label, run: () => takeBack(undo, saved) } }) });
    return answer;
  };
}

function takeBack({ action, fields, undone, failed }: Undo, saved: Saved) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields(saved))) form.set(name, value);
  startTransition(async () => {
    const answer = await action({}, form).catch((): FormState => ({}));
    toast({ text: answer.saved ? undone : (answer.message ?? failed) });
  });
}
