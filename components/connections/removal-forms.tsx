import { useActionState, useId } from "react";
import { useUndo } from "@/components/ui/use-undo";
import { addRemovalAction, dropRemovalAction } from "@/lib/connections/removal/actions";
import type { FormState } from "@/lib/form-state";

/** Which form a row's button belongs to, by its id; why a row's was refused, and how it is taken back. */
export type RemovalForms = {
  drop: string;
  addFor: (reason: string) => string;
  refused: (contactId: string) => string | undefined;
  undoWith: ReturnType<typeof useUndo>;
};

/**
 * What the buttons of all rows send without script, once for the list: a form for those who come off the list of whom to remove,
 * and one for each reason to be put on it. One in each row was a tenth of the elements, and a tenth of the time that the page
 * took: React waits for each by itself.
 */
export function useRemovalForms(reasons: string[]) {
  const [added, add] = useActionState<FormState, FormData>(addRemovalAction, {});
  const [dropped, drop] = useActionState<FormState, FormData>(dropRemovalAction, {});
  const id = useId();
  const given = [...new Set(reasons)];
  const addFor = (reason: string) => `${id}${given.indexOf(reason)}`;
  const forms: RemovalForms = {
    drop: id,
    addFor,
    refused: (contactId) => [added, dropped].find(({ values }) => values?.contactId === contactId)?.message,
    undoWith: useUndo(),
  };
  const drawn = (
    <div hidden>
      <form id={id} action={drop} />
      {given.map((reason) => (
        <form key={reason} id={addFor(reason)} action={add}>
          <input type="hidden" name="reason" value={reason} />
        </form>
      ))}
    </div>
  );
  return { forms, drawn };
}
