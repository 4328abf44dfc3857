import { toast } from "@/components/ui/toast";
import type { FormAction } from "@/lib/form-state";
import { formValues } from "@/lib/form-values";
import { canKeep, keep, remove } from "@/public/outbox";
import { withTime } from "./with-time";

/**
 * The action that logs, and where no connection carries the form: all that was typed is kept on this device, `said` so
 * in a toast that takes it back. The form counts as saved then, as "waiting". `people` are the contacts it may name by
 * id. On the server the bare action, as for `undoable`.
 */
export function keeping(
  action: FormAction,
  {
    people,
    timeZone,
    said,
    undo,
  }: { people: () => { id: string; name: string }[]; timeZone: string; said: string; undo: string },
): FormAction {
  if (typeof window === "undefined") return action;
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      if (!isUnreached(error) || !canKeep()) throw error;
      const values = formValues(form);
      const id = String(values.id);
      const named = people().filter((person) => [values.contactIds ?? []].flat().includes(person.id));
      const now = new Date();
      const kept = { id, keptAt: now.toISOString(), values: withTime(values, now, timeZone), people: named };
      await keep(kept).catch(() => {
        throw error;
      });
      toast({ text: said, undo: { label: undo, run: () => void remove(id) } });
      return { saved: { entity: "waiting", ids: [id] } };
    }
  };
}

/** What `fetch` throws when no answer came. */
const isUnreached = (error: unknown) => error instanceof TypeError || !navigator.onLine;
