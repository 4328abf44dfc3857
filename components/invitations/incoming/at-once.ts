import type { FormAction } from "@/lib/form-state";

/**
 * A form's action for the pass, which sends by itself: where `send` took what was written, the form is done with at once;
 * where it didn't, the server says what is wrong with it. On the server the bare action is needed, as only that can be
 * written into the HTML for use without script.
 */
export function atOnce(action: FormAction, send: (form: FormData) => boolean): FormAction {
  if (typeof window === "undefined") return action;
  return async (previous, form) =>
    send(form) ? { saved: { entity: "invitation", ids: [String(form.get("id"))] } } : action(previous, form);
}
