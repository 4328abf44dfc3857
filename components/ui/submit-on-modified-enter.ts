import type { KeyboardEvent } from "react";

/** Ctrl-Enter, or Cmd-Enter, sends a form from any of its fields: for the `onKeyDown` of every form there is. */
export function submitOnModifiedEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  const form = event.currentTarget;
  // Pressed, not only sent with: the button may first have something to say.
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (button) button.click();
  else form.requestSubmit();
}
