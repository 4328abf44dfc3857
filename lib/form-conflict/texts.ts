// Two versions of a text: what only one of them has, and both in one.
import { applyPatch, diffLines, diffWordsWithSpace, structuredPatch } from "diff";
import type { Side } from "./schema";

/** Texts further apart are not held against each other: it would take long, and tell nobody anything. */
const limit = { maxEditLength: 1_000 };

/** Each text in stretches that the other one has, too, and stretches that it hasn't. */
export function markTexts(mine: string, theirs: string): { mine: Side; theirs: Side } {
  const parts = diffWordsWithSpace(theirs, mine, limit);
  if (!parts) return { mine: whole(mine), theirs: whole(theirs) };
  const side = (left: "added" | "removed") =>
    parts.flatMap((part) => (part[left] ? [] : [{ text: part.value, shared: !part.added && !part.removed }]));
  return { mine: side("removed"), theirs: side("added") };
}

const whole = (text: string): Side => (text === "" ? [] : [{ text, shared: false }]);

/**
 * Both in one. Where it is known what both began with, what was changed there is changed here, too, also what was taken
 * out; where both changed the same lines, theirs stand before mine, and no line of either is missing.
 */
export function combineTexts(before: string | null, mine: string, theirs: string): string {
  const patch = before === null ? undefined : change(line(before), line(theirs));
  const applied = patch ? applyPatch(line(mine), patch) : false;
  return applied === false ? bothTexts(mine, theirs) : unline(applied);
}

const change = (before: string, after: string) =>
  structuredPatch("", "", before, after, undefined, undefined, { context: 1, ...limit });

function bothTexts(mine: string, theirs: string): string {
  const parts = diffLines(line(theirs), line(mine), limit);
  return parts ? unline(parts.map(({ value }) => value).join("")) : `${theirs}\n\n${mine}`;
}

/** Whole lines: the last one has its end, too. */
const line = (text: string) => (text === "" ? "" : `${text}\n`);
const unline = (text: string) => text.replace(/\n$/, "");
