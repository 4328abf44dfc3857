"use client";

import { type ComponentProps, useActionState } from "react";
import type { FormAction, FormState } from "@/lib/form-state";
import { SubmitButton } from "./submit-button";
import { type Undoable, undoable } from "./undoable";
import { useUndo } from "./use-undo";

/**
 * A button that does one thing at once, says so, and offers to take it back. A form of hidden fields, so it works
 * without script too. What went wrong stands under it.
 */
export function ActionButton({
  action,
  fields,
  done,
  undo,
  leaves,
  variant = "secondary",
  size = "small",
  children,
  ...button
}: Omit<ComponentProps<typeof SubmitButton>, "form"> & {
  action: FormAction;
  fields: Record<string, string | number>;
  done: Undoable["done"];
  undo?: { action: FormAction; fields: Record<string, string> };
  /** The action leads to another page. */
  leaves?: boolean;
}) {
  const undoWith = useUndo();
  const takingBack = undo && undoWith(undo.action, { fields: () => undo.fields });
  const [state, submit] = useActionState<FormState, FormData>(
    undoable(action, { done, ...(takingBack && { undo: takingBack }) }, { leaves: leaves ?? false }),
    {},
  );
  return (
    <form action={submit} className="grid justify-items-start gap-1">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton {...button} variant={variant} size={size}>
        {children}
      </SubmitButton>
      {state.message && (
        <p role="alert" className="font-medium text-blocked text-small">
          {state.message}
        </p>
      )}
    </form>
  );
}
