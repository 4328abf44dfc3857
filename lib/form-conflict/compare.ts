// Which fields of two versions differ, where each was changed, and what is best chosen for it.
import type { FormValues } from "@/lib/form-state";
import { type Choice, groupOf } from "./names";
import type { Difference, Read, Side } from "./schema";
import { combineTexts, markTexts } from "./texts";

/** A field of a form, or several that belong together, as somebody reads them. */
export type Field = {
  names: readonly [string, ...string[]];
  label: string;
  /** A text of several lines, the first of `names`: it may be made of both versions. */
  long?: boolean;
  /** How what stands there reads; by itself as it was typed. */
  shown?: (values: FormValues) => string;
  /** What is the same in two ways of typing the same. */
  meant?: (values: FormValues) => string;
};

/** The field's entries, blank ones left out. */
export const entriesOf = (values: FormValues, name: string): string[] =>
  [values[name] ?? []]
    .flat()
    .map((entry) => entry.replace(/\r\n?/g, "\n").trim())
    .filter(Boolean);

const textOf = (values: FormValues, { names: [name] }: Field) => entriesOf(values, name)[0] ?? "";

function meant(field: Field, values: FormValues): string {
  if (field.meant) return field.meant(values);
  const names = field.long ? field.names.slice(0, 1) : field.names;
  return JSON.stringify(names.map((name) => entriesOf(values, name)));
}

const shown = (field: Field, values: FormValues) =>
  field.shown?.(values) ?? entriesOf(values, field.names[0]).join("\n");

type Versions = { mine: FormValues; theirs: FormValues; before: Read["values"] | null };

/** The fields that differ between what was typed here and the newer version. */
export function differencesOf(fields: Field[], { mine, theirs, before }: Versions): Difference[] {
  return fields.flatMap((field) => {
    const [here, there] = [meant(field, mine), meant(field, theirs)];
    if (here === there) return [];
    const was = before && meant(field, before);
    const changed = was === null ? "unknown" : was === there ? "here" : was === here ? "elsewhere" : "both";
    return [{ ...sides(field, { mine, theirs, before }), changed, ...offer(field, changed, { mine, theirs, before }) }];
  });
}

/** Whether `mine` can be saved as it is: it has all that was changed elsewhere. */
export const holdsAll = (differences: Difference[]) => differences.every(({ changed }) => changed === "here");

function sides(field: Field, { mine, theirs, before }: Versions) {
  const [here, there] = [shown(field, mine), shown(field, theirs)];
  return {
    group: groupOf(field.names),
    label: field.label,
    before: before && shown(field, before),
    ...(field.long ? markTexts(here, there) : { mine: plain(here), theirs: plain(there) }),
  };
}

const plain = (text: string): Side => (text === "" ? [] : [{ text, shared: true }]);

function offer(
  field: Field,
  changed: Difference["changed"],
  { mine, theirs, before }: Versions,
): { choice: Choice; combined: string | null } {
  if (changed === "here") return { choice: "mine", combined: null };
  if (changed === "elsewhere") return { choice: "theirs", combined: null };
  if (!field.long) return { choice: "mine", combined: null };
  const combined = combineTexts(before && textOf(before, field), textOf(mine, field), textOf(theirs, field));
  return { choice: "combined", combined };
}
