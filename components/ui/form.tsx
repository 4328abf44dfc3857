"use client";

import { CircleAlert } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, type KeyboardEvent, useActionState, useEffect, useEffectEvent, useRef } from "react";
import type { FormAction, FormState } from "@/lib/form-state";
import { formValues } from "@/lib/form-values";
import { cn } from "./class-names";
import { FormContext } from "./form-context";

type FormProps = Omit<ComponentProps<"form">, "action"> & {
  action: FormAction;
  initial?: FormState;
  /** Where the form itself is shown, if the page it is on isn't its own (a dialog): used without script only. */
  permalink?: string;
  onSaved?: (saved: NonNullable<FormState["saved"]>) => void;
};

/**
 * A form answered by a server action, with or without script. Its fields find their error and what was typed by
 * name. After a refusal the first wrong field gets the focus and `message` is announced; Ctrl/Cmd-Enter submits.
 */
export function Form({ action, initial = {}, permalink, onSaved, className, children, ...form }: FormProps) {
  const t = useTranslations("common.form");
  const element = useRef<HTMLFormElement>(null);

  // In the browser a lost connection or a crash must not replace the page, and what was typed, by an error page.
  // On the server the bare action is needed: only that can be written into the HTML for use without script.
  const guarded: FormAction = async (previous, data) => {
    try {
      return await action(previous, data);
    } catch (error) {
      unstable_rethrow(error);
      return { message: t(navigator.onLine ? "crashed" : "offline"), values: formValues(data) };
    }
  };
  const [state, submit, pending] = useActionState(typeof window === "undefined" ? action : guarded, initial, permalink);

  const answered = useEffectEvent((answer: FormState) => {
    if (answer.saved) onSaved?.(answer.saved);
    else if (answer.errors) focusFirstInvalid(element.current);
  });
  useEffect(() => answered(state), [state]);

  return (
    <FormContext value={state}>
      <form
        {...form}
        ref={element}
        action={submit}
        noValidate
        onSubmit={(event) => pending && event.preventDefault()}
        onKeyDown={submitOnModifiedEnter}
        className={cn("grid gap-4", className)}
      >
        {state.message && (
          <p role="alert" className="flex gap-2 rounded-control bg-blocked-bg px-3 py-2 font-medium text-blocked">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" />
            <span>
              {state.message}
              {state.see && (
                <>
                  {" "}
                  {/* In a tab of its own: what was typed here stays. */}
                  <a href={state.see.href} target="_blank" className="underline" rel="noopener">
                    {state.see.label}
                  </a>
                </>
              )}
            </span>
          </p>
        )}
        {children}
      </form>
    </FormContext>
  );
}

function focusFirstInvalid(form: HTMLFormElement | null) {
  const invalid = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  // A radio group is wrong as a whole; its choice is what takes the focus.
  const control = invalid?.matches("[role=radiogroup]")
    ? invalid.querySelector<HTMLElement>(":checked, input")
    : invalid;
  control?.focus();
}

function submitOnModifiedEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  const submitter = event.currentTarget.querySelector<HTMLButtonElement>("button[type=submit]");
  event.currentTarget.requestSubmit(submitter);
}
