/** What a key pressed in a form's field comes with, be it React's event or the browser's own. */
type Pressed = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "preventDefault">;

/** Ctrl-Enter, or Cmd-Enter, sends the form from any of its fields. */
export function submitOnModifiedEnter(event: Pressed, form: HTMLFormElement) {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  // Pressed, not only sent with: the button may first have something to say.
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (button) button.click();
  else form.requestSubmit();
}
