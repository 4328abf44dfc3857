// What a form sends whose row has a version, and how its answer to a conflict becomes plain fields again.
import type { FormValues } from "@/lib/form-state";
import { choiceField, combinedField } from "./names";
import { type Read, readOf } from "./schema";

export type Sent = {
  /** The fields as the schema knows them, each as it was chosen; `version` is the one that was read. */
  typed: FormValues;
  read: Read | null;
  /** Everything, as the form has to be filled again. */
  values: FormValues;
  /** The other version is to stay as it is. */
  keepsTheirs: boolean;
};

const own = [choiceField(""), combinedField("")];

export function sentOf({ read: written, keep, ...sent }: FormValues): Sent {
  const read = readOf(written);
  const theirs = new Map(Object.entries(read?.values ?? {}));
  const fields = Object.entries(sent).filter(([name]) => !own.some((prefix) => name.startsWith(prefix)));
  const typed: FormValues = Object.fromEntries(fields);
  for (const [name, choice] of Object.entries(sent)) {
    if (!name.startsWith(choiceField(""))) continue;
    const group = name.slice(choiceField("").length);
    const names = group.split("+");
    if (choice === "theirs") for (const one of names) put(typed, one, theirs.get(one));
    if (choice === "combined") combine(typed, names, theirs, sent[combinedField(group)]);
  }
  const values = { ...typed, ...(written !== undefined && { read: written }) };
  if (read) typed.version = String(read.version ?? "");
  return { typed, read, values, keepsTheirs: keep === "theirs" };
}

/** The text is what was made of both; what belongs to it (whom it mentions) is what belongs to either. */
function combine(
  typed: FormValues,
  [text, ...others]: string[],
  theirs: Map<string, string | string[]>,
  combined?: string | string[],
) {
  if (text) put(typed, text, combined);
  for (const name of others) {
    const both = [typed[name] ?? [], theirs.get(name) ?? []].flat();
    put(typed, name, [...new Set(both)]);
  }
}

/** A field that isn't there is a box that isn't ticked. */
function put(typed: FormValues, name: string, value: string | string[] | undefined) {
  if (value === undefined) delete typed[name];
  else typed[name] = value;
}
