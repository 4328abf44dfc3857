import { type MouseEvent, startTransition, useActionState } from "react";
import { SentBy } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { addRemovalAction, dropRemovalAction } from "@/lib/connections/removal/actions";
import type { FormState } from "@/lib/form-state";
import type { RowProps } from "./connection-row";
import { prefillOf } from "./reason-text";

/**
 * Puts a connection on the list of whom to remove, or takes them off it. Sends by itself, so that one can go on to the next
 * row meanwhile; without script the list's form for it does.
 */
export function RemovalButton({ connection, words, forms }: RowProps) {
  const { row: t, removing } = words;
  const { id, fullName, isOnRemovalList } = connection;
  const reason = prefillOf(connection, words.prefill);
  const add = { action: addRemovalAction, fields: { contactId: id, reason } };
  const drop = { action: dropRemovalAction, fields: { contactId: id } };
  const [does, takesBack] = isOnRemovalList ? [drop, add] : [add, drop];
  const [state, send, isPending] = useActionState<FormState, FormData>((previous, form) => {
    const done = isOnRemovalList ? removing("dropped", { name: fullName }) : t("listed", { name: fullName });
    const undo = forms.undoWith(takesBack.action, { fields: () => takesBack.fields });
    return undoable(does.action, { done, undo })(previous, form);
  }, {});
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    const form = new FormData();
    for (const [name, value] of Object.entries(does.fields)) form.set(name, value);
    startTransition(() => send(form));
  };
  const message = state.message ?? forms.refused(id);
  const text = isOnRemovalList ? removing("drop") : t("toRemovalList");
  return (
    <div className="grid justify-items-start gap-1">
      <SentBy value={isPending ? null : undefined}>
        {/* One button, so that the focus stays on it; its key works, and is shown, in the row one is in. */}
        <SubmitButton
          form={isOnRemovalList ? forms.drop : forms.addFor(reason)}
          name="contactId"
          value={id}
          onClick={onClick}
          variant="ghost"
          size="small"
          keyHint="R"
          className="[&_kbd]:hidden group-focus-within:[&_kbd]:inline"
          aria-label={`${text}: ${fullName}`}
        >
          {text}
        </SubmitButton>
      </SentBy>
      {message && (
        <p role="alert" className="font-medium text-blocked text-small">
          {message}
        </p>
      )}
    </div>
  );
}
