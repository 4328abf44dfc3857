"use client";

import { unstable_rethrow } from "next/navigation";
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
 *
 * An action that `leaves` leads to another page instead of answering, so its rows aren't known: it is told all the same.
 */
export function undoable(
  action: FormAction,
  said: Undoable | ((form: FormData, saved: Saved) => Undoable | null),
  { leaves = false }: { leaves?: boolean } = {},
): FormAction {
  if (typeof window === "undefined") return action;
  const tell = (form: FormData, saved: Saved) => {
    const telling = typeof said === "function" ? said(form, saved) : said;
    if (!telling) return;
    const { done, undo } = telling;
    toast({ text: done, ...(undo && { undo: { label: undo.label, run: () => takeBack(undo, saved) } }) });
  };
  return async (previous, form) => {
    try {
      const answer = await action(previous, form);
      if (answer.saved) tell(form, answer.saved);
      return answer;
    } catch (error) {
      if (leaves && isRedirect(error)) tell(form, { entity: "", ids: [] });
      throw error;
    }
  };
}

/** Next tells of a redirect by an error of its own. */
function isRedirect(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}

/** Takes it back, and says so. */
export function takeBack({ action, fields, undone, failed }: Undo, saved: Saved) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields(saved))) form.set(name, value);
  startTransition(async () => {
    const answer = await action({}, form).catch((): FormState => ({}));
    toast({ text: answer.saved ? undone : (answer.message ?? failed) });
  });
}
