// What a list can be filtered by: the words of the filter's syntax and what each may say; safe in the browser.
import {
  type Band,
  bands,
  type Ending,
  endings,
  type Rule,
  rules,
  type Verdict,
  verdicts,
} from "@/lib/strength/schema";
import { type ConnectionStatus, connectionStatuses } from "../../status";

/** Keys whose value is one of a few words, and the words as they are typed: in lower case. */
export const choices = { verdict: verdicts, missing: rules, band: bands, status: connectionStatuses, soon: endings };
export type ChoiceKey = keyof typeof choices;

/** Keys whose value is any text. */
export const textKeys = ["company", "position", "location", "tag"] as const;
export type TextKey = (typeof textKeys)[number];

export const keys = [...textKeys, ...(Object.keys(choices) as ChoiceKey[]), "strength", "last"] as const;
export type Key = (typeof keys)[number];

/** A side of a range; `open`: without the number itself. */
export type Bound = { at: number; open: boolean };
/** Of the strength, 0 to 100; one side at least. Both sides are closed. */
export type Range = { from?: Bound; to?: Bound };
/** When the last contact was: within the last `count` units, before that, or never. */
export type Age = "never" | { within: boolean; count: number; unit: "d" | "w" | "m" | "y" };

type Values = {
  /** Words to be found anywhere; one with spaces in it is found as it stands. */
  word: string;
  verdict: Verdict;
  missing: Rule;
  band: Band;
  status: ConnectionStatus;
  soon: Ending;
  strength: Range;
  last: Age;
} & Record<TextKey, string>;

/** Why a part of what was typed isn't understood. */
export type Problem =
  | { code: "unknownKey"; key: string }
  | { code: "noValue" | "strength" | "last"; key: Key }
  | { code: "unknownValue"; key: ChoiceKey; value: string };

export type ReadTerm = { [K in keyof Values]: { key: K; value: Values[K] } }[keyof Values];
/** What can't be read is kept as it was typed. */
export type UnreadTerm = { key: "unread"; value: string; problem: Problem };
export type Term = ReadTerm | UnreadTerm;

export function valuesOf<K extends keyof Values>(terms: readonly Term[], key: K): Values[K][] {
  return terms.flatMap((term) => (term.key === key ? [term.value as Values[K]] : []));
}

/** Whether the terms leave anybody out. */
export const narrows = (terms: readonly Term[]): boolean => terms.some(({ key }) => key !== "unread");
