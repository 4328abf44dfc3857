import type { FormState } from "@/lib/form-state";
import { filledFields, type PastedField, type PastedPerson } from "./person";

type Values = NonNullable<FormState["values"]>;
/** `values` for the form; which fields got something (and how much), and which kept what was typed. */
export type Filled = { values: Values; filled: { field: PastedField; count: number }[]; kept: PastedField[] };

/** What was read, in the fields that were blank and behind the entries that were there; what was typed stays. */
export function fillIn(typed: Values, person: PastedPerson): Filled {
  const answer: Filled = { values: { ...typed }, filled: [], kept: [] };
  for (const field of filledFields(person)) {
    const read = person[field];
    if (typeof read === "string") {
      const before = String(typed[field] ?? "").trim();
      if (before === "") {
        answer.values[field] = read;
        answer.filled.push({ field, count: 1 });
      } else if (before !== read) answer.kept.push(field);
    } else {
      const before = [typed[field] ?? []].flat().filter((value) => value.trim() !== "");
      const more = read.filter((value) => !before.some((known) => known.toLowerCase() === value.toLowerCase()));
      answer.values[field] = [...before, ...more];
      if (more.length > 0) answer.filled.push({ field, count: more.length });
    }
  }
  return answer;
}

/** Takes back what was filled in: `after` becomes `before` again, but for what was changed since. */
export function takeOut(current: Values, after: Values, before: Values): Values {
  const same = (one: unknown, other: unknown) => JSON.stringify(compact(one)) === JSON.stringify(compact(other));
  return Object.fromEntries(
    Object.entries(current).map(([name, value]) => [name, same(value, after[name]) ? (before[name] ?? "") : value]),
  );
}

/** One entry of a list is the list; blank entries are none. */
const compact = (value: unknown) => [value ?? []].flat().filter((entry) => entry !== "");
