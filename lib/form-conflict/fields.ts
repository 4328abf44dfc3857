// The kinds of fields forms have, as both versions of one are shown and compared.
import type { Account } from "@/lib/account/schema";
import { formatWholeDay } from "@/lib/dates/format";
import { readWords } from "@/lib/dates/words";
import type { FormValues } from "@/lib/form-state";
import { entriesOf, type Field } from "./compare";

const one = (values: FormValues, name: string) => entriesOf(values, name)[0] ?? "";

/** As it is typed: one line, or a list of them. */
export const line = (name: string, label: string): Field => ({ names: [name], label });

/** Several lines; `others` are hidden fields that belong to the text. */
export const text = (name: string, label: string, ...others: string[]): Field => ({
  names: [name, ...others],
  label,
  long: true,
});

/** One of a few; `word` says each. */
export const choice = <Value extends string>(
  name: string,
  label: string,
  values: readonly Value[],
  word: (value: Value) => string,
): Field => ({
  names: [name],
  label,
  shown: (typed) => {
    const value = values.find((known) => known === one(typed, name));
    return value ? word(value) : "";
  },
});

export const tick = (name: string, label: string, word: (ticked: "yes" | "no") => string): Field => ({
  names: [name],
  label,
  shown: (typed) => word(one(typed, name) === "on" ? "yes" : "no"),
});

/** A day, as a date or in words, which mean a date. */
export function day(
  name: string,
  label: string,
  { locale, timeZone, prefer = "past" }: Pick<Account, "locale" | "timeZone"> & { prefer?: "past" | "future" },
): Field {
  const now = new Date();
  const meant = (typed: FormValues) => {
    const written = one(typed, name);
    return (written && readWords(written, { locale, timeZone, now, prefer })?.day) || written;
  };
  const isDate = (written: string) => /^\d{4}-\d\d-\d\d$/.test(written);
  return {
    names: [name],
    label,
    meant,
    shown: (typed) => (isDate(meant(typed)) ? formatWholeDay(meant(typed), { locale }) : meant(typed)),
  };
}

/** Names with commas between, in any order. */
export const names = (name: string, label: string): Field => ({
  names: [name],
  label,
  meant: (typed) =>
    JSON.stringify(
      one(typed, name)
        .split(",")
        .map((entry) => entry.trim().toLowerCase())
        .filter(Boolean)
        .sort(),
    ),
});
