// What may be meant by what is typed of a filter so far: keys first, then the values of a key. Safe in the browser.
import { lex } from "./lexer";
import { writeTerm } from "./syntax";
import { type ChoiceKey, choices, type Key, keys } from "./terms";

/** `from` to `to` of the text is what an option takes the place of. */
export type Suggestions = { from: number; to: number; options: Suggestion[] };
/** `key` without a value: more is to be typed behind it. */
export type Suggestion = { key: Key; value?: string; insert: string };

const mostOptions = 12;
const samples = { strength: [">60", ">=33", "<15", "40..60"], last: ["<30d", "<6m", ">6m", "never"] };

/** For the text up to the caret; `tags` are the names of those in use. */
export function suggest(text: string, caret: number, tags: readonly string[]): Suggestions {
  const typed = text.slice(0, caret);
  const last = lex(typed).at(-1);
  const token = last && last.start + last.raw.length === caret ? last : null;
  const from = token?.start ?? caret;
  if (!token || token.key === null) {
    const begun = token?.raw.toLowerCase() ?? "";
    const options = keys.filter((key) => key.startsWith(begun)).map((key) => ({ key, insert: `${key}:` }));
    return { from, to: caret, options };
  }
  const key = keys.find((known) => known === token.key);
  if (!key) return { from, to: caret, options: [] };
  const begun = (token.raw.endsWith(",") ? "" : (token.values.at(-1) ?? "")).toLowerCase();
  const before = token.values.slice(0, token.raw.endsWith(",") || begun === "" ? undefined : -1);
  const options = valuesFor(key, tags)
    .filter((value) => value.toLowerCase().includes(begun) && !before.includes(value))
    .slice(0, mostOptions)
    .map((value) => ({ key, value, insert: `${[...before, value].map((each) => written(key, each)).join(" ")} ` }));
  return { from, to: caret, options };
}

const written = (key: Key, value: string) =>
  key === "tag" ? writeTerm({ key, value }) : `${key}:${value.toLowerCase()}`;

function valuesFor(key: Key, tags: readonly string[]): readonly string[] {
  if (key === "tag") return tags;
  if (key === "strength" || key === "last") return samples[key];
  return key in choices ? choices[key as ChoiceKey] : [];
}
