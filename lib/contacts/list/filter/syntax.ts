// The filter as text: `company:acme verdict:ready tag:"old friends" strength:>60 berlin`. Several values of one key stand
// beside each other or after commas. Reading and writing it are each other's inverse.
import { lex } from "./lexer";
import { type Age, type ChoiceKey, choices, type Key, keys, type Range, type Term, textKeys } from "./terms";

/** Every part of the text, in its order, each once. What isn't understood is a term too. */
export function readFilter(text: string): Term[] {
  const terms = lex(text).flatMap((token): Term[] => {
    if (token.key === null) return token.values.map((value) => ({ key: "word", value }));
    const key = keys.find((known) => known === token.key);
    if (!key) return [{ key: "unread", value: token.raw, problem: { code: "unknownKey", key: token.key } }];
    if (token.values.length === 0) return [{ key: "unread", value: token.raw, problem: { code: "noValue", key } }];
    return token.values.map((value) => readTerm(key, value));
  });
  return [...new Map(terms.map((term) => [writeTerm(term), term])).values()];
}

export const writeFilter = (terms: readonly Term[]): string => terms.map(writeTerm).join(" ");

export function writeTerm(term: Term): string {
  switch (term.key) {
    case "unread":
      return term.value;
    case "word":
      return quoted(term.value, /^[a-z]+:/i);
    case "strength":
      return `strength:${writeRange(term.value)}`;
    case "last":
      return `last:${writeAge(term.value)}`;
    default:
      return isText(term.key) ? `${term.key}:${quoted(term.value, /,/)}` : `${term.key}:${term.value.toLowerCase()}`;
  }
}

const isText = (key: string) => textKeys.some((known) => known === key);

/** In quotes where it would else end, or be read as something else. */
const quoted = (value: string, other: RegExp) =>
  /^"|\s/.test(value) || other.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : value;

function readTerm(key: Key, value: string): Term {
  const unread = (problem: "strength" | "last"): Term => ({
    ...{ key: "unread", value: `${key}:${quoted(value, /,/)}` },
    problem: { code: problem, key },
  });
  if (key === "strength") {
    const range = readRange(value);
    return range ? { key, value: range } : unread(key);
  }
  if (key === "last") {
    const age = readAge(value);
    return age ? { key, value: age } : unread(key);
  }
  if (key in choices) return readChoice(key as ChoiceKey, value);
  return { key, value } as Term;
}

function readChoice(key: ChoiceKey, value: string): Term {
  const found = choices[key].find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (found) return { key, value: found } as Term;
  return { key: "unread", value: `${key}:${quoted(value, /,/)}`, problem: { code: "unknownValue", key, value } };
}

const number = /^\d{1,3}(\.\d{1,2})?$/;
const strengthOf = (text: string) => (number.test(text) && Number(text) <= 100 ? Number(text) : null);

function readRange(text: string): Range | null {
  const dots = text.indexOf("..");
  if (dots >= 0) {
    const [from, to] = [strengthOf(text.slice(0, dots)), strengthOf(text.slice(dots + 2))];
    if (from === null || to === null || from > to) return null;
    return { from: { at: from, open: false }, to: { at: to, open: false } };
  }
  const [, sign, rest = ""] = /^([<>]=?)(.*)$/.exec(text) ?? [];
  const at = strengthOf(rest);
  if (!sign || at === null) return null;
  return { [sign.startsWith(">") ? "from" : "to"]: { at, open: sign.length === 1 } };
}

function writeRange({ from, to }: Range): string {
  if (from && to) return `${from.at}..${to.at}`;
  if (from) return `${from.open ? ">" : ">="}${from.at}`;
  return to ? `${to.open ? "<" : "<="}${to.at}` : "";
}

function readAge(text: string): Age | null {
  if (text.toLowerCase() === "never") return "never";
  const [, sign, count, unit] = /^([<>])(\d{1,4})([dwmy])$/i.exec(text) ?? [];
  return sign ? { within: sign === "<", count: Number(count), unit: unit?.toLowerCase() as "d" } : null;
}

const writeAge = (age: Age) => (age === "never" ? age : `${age.within ? "<" : ">"}${age.count}${age.unit}`);
