/**
 * What a form sent, as typed: `name[]` fields become lists, React's own fields and files are left out. A line break is
 * one character again: forms send two, which would count against every limit.
 */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const typed = form
      .getAll(name)
      .filter((value) => typeof value === "string")
      .map((value) => value.replaceAll("\r\n", "\n"));
    if (name.endsWith("[]")) values[name.slice(0, -2)] = typed;
    else if (typed.length === 1 && typed[0] !== undefined) values[name] = typed[0];
    else values[name] = typed;
  }
  return values;
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
