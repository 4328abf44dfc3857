/**
 * What a form sent, as typed: `name[]` fields become lists, React's own fields and files are left out. A line break is
 * one character again: forms send two, which would count against every limit. The one character that no database keeps
 * is left out. Whatever else than a form is sent is an empty one.
 */
export function formValues(form: unknown): Record<string, string | string[]> {
  if (!(form instanceof FormData)) return {};
  const values = new Map<string, string | string[]>();
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const typed = form
      .getAll(name)
      .filter((value) => typeof value === "string")
      .map((value) => value.replaceAll("\r\n", "\n").replaceAll("\0", ""));
    if (name.endsWith("[]")) values.set(name.slice(0, -2), typed);
    else values.set(name, typed.length === 1 && typed[0] !== undefined ? typed[0] : typed);
  }
  return Object.fromEntries(values); // a field that is called __proto__ is one like any other
}

/** The form that `formValues` reads as these values. */
export function formOf(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string") form.append(name, value);
    else for (const one of value) form.append(`${name}[]`, one);
  }
  return form;
}
