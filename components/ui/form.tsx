"use client";

import { CircleAlert } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  Fragment,
  type SubmitEvent,
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import type { FormAction, FormState } from "@/lib/form-state";
import { cn } from "./class-names";
import { ConflictScreen } from "./conflict/conflict-screen";
import { CopyTyped } from "./conflict/copy-typed";
import { FormContext, MakeAnew, SentBy } from "./form-context";
import { submitOnModifiedEnter } from "./submit-on-modified-enter";

type FormProps = Omit<ComponentProps<"form">, "action" | "onSubmit" | "onKeyDown"> & {
  action: FormAction;
  initial?: FormState;
  /** Where the form itself is shown, if the page it is on isn't its own (a dialog): used without script only. */
  permalink?: string;
  /**
   * Takes what is in the form at once, in the same turn as the press; false where the server has to say what is wrong with
   * it. What it sets in motion never waits for the form's own answer, as it would within `action`.
   */
  onTake?: ((form: FormData) => boolean) | undefined;
  onSaved?: (saved: NonNullable<FormState["saved"]>) => void;
};

/**
 * A form answered by a server action, with or without script. Its fields find their error and what was typed by
 * name. After a refusal the first wrong field gets the focus and `message` is announced; Ctrl/Cmd-Enter submits.
 */
export function Form({ action, initial = {}, permalink, onTake, onSaved, className, children, ...form }: FormProps) {
  const t = useTranslations("common.form");
  const element = useRef<HTMLFormElement>(null);
  const alert = useRef<HTMLParagraphElement>(null);
  const told = useRef<HTMLParagraphElement>(null);

  // In the browser a lost connection or a crash must not replace the page, and what was typed, by an error page.
  // On the server the bare action is needed: only that can be written into the HTML for use without script.
  const guarded: FormAction = async (previous, data) => {
    try {
      return await action(previous, data);
    } catch (error) {
      unstable_rethrow(error);
      // Both versions stay to be chosen from: nothing else holds what was typed meanwhile.
      const { conflict } = previous;
      return { message: t(navigator.onLine ? "crashed" : "offline"), ...(conflict && { conflict }) };
    }
  };
  const [state, submit, pending] = useActionState(typeof window === "undefined" ? action : guarded, initial, permalink);

  const [sender, setSender] = useState<HTMLElement | null>(null);

  // A page that came back without script has to fill its fields again, and so have fields that made room for a conflict;
  // any others still hold what was typed.
  const [filled, setFilled] = useState({ after: state, values: state.values });
  if (filled.after !== state) {
    const values = filled.after.conflict ? state.values : filled.values;
    setFilled({ after: state, values: state.saved || state.kept ? undefined : values });
  }

  // The focus stays where it was, as on the button that has just saved.
  const [made, setMade] = useState({ times: 0, focused: -1 });
  const makeAnew = () => {
    const focused = [...(element.current?.elements ?? [])].indexOf(document.activeElement as Element);
    setMade(({ times }) => ({ times: times + 1, focused }));
  };
  useEffect(() => {
    const focused = element.current?.elements[made.focused];
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }, [made]);

  // Sent by hand: a form sent by its `action` is reset by React afterwards, also when it was refused, and with it
  // whatever was typed while it was on its way.
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent;
    if (submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    const data = new FormData(event.currentTarget, submitter);
    if (pending || onTake?.(data)) return;
    setSender(submitter);
    startTransition(() => submit(data));
  };

  const answered = useEffectEvent((answer: FormState) => {
    if (answer.saved) {
      element.current?.reset();
      onSaved?.(answer.saved);
    } else if (answer.errors) focusFirstInvalid(element.current);
    else if (answer.kept) told.current?.focus();
    else if (answer.message) alert.current?.scrollIntoView({ block: "center" }); // it may be a long form's other end
  });
  useEffect(() => answered(state), [state]);

  return (
    <FormContext value={{ ...state, values: filled.values }}>
      <form
        {...form}
        ref={element}
        action={submit}
        noValidate
        onSubmit={send}
        onKeyDown={(event) => submitOnModifiedEnter(event, event.currentTarget)}
        className={cn("grid", !className?.includes("gap-") && "gap-4", className)}
      >
        {state.message && (
          <p
            ref={alert}
            role="alert"
            className="flex gap-2 rounded-control bg-blocked-bg px-3 py-2 font-medium text-blocked"
          >
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
              {state.copy && <CopyTyped text={state.copy} />}
            </span>
          </p>
        )}
        {state.kept && (
          <p ref={told} role="status" tabIndex={-1} className="rounded-control bg-soft px-3 py-2">
            {t("kept")}
          </p>
        )}
        <SentBy value={pending ? sender : undefined}>
          <MakeAnew value={makeAnew}>
            {state.conflict ? (
              <ConflictScreen key={state.conflict.read} conflict={state.conflict} />
            ) : (
              <Fragment key={made.times}>{children}</Fragment>
            )}
          </MakeAnew>
        </SentBy>
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
