// The part of a text that holds what was looked for.
import { foldWord } from "@/lib/introductions/find/slips";
import type { Piece } from "./schema";

/** Letters shown before the first hit, and in all. */
const before = 32;
const most = 110;

const isWord = /[\p{L}\p{N}]/u;

/**
 * Around the first place where a word of `text` begins with one of `words`, or else holds it; whatever else of them is in
 * there is told too. Line breaks become spaces. Without a hit, the text's beginning.
 */
export function excerpt(text: string, words: string[]): Piece[] {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  const marked = marksOf(letters, words);
  const first = Math.max(marked.indexOf(true), 0);
  const from = startOf(letters, first);
  const to = Math.min(letters.length, from + most);
  const pieces: Piece[] = [];
  for (let at = from; at < to; at += 1) {
    const isHit = marked[at] ?? false;
    const last = pieces.at(-1);
    if (last?.isHit === isHit) last.text += letters[at];
    else pieces.push({ text: letters[at] ?? "", isHit });
  }
  if (from > 0) pieces.unshift({ text: "…", isHit: false });
  if (to < letters.length) pieces.push({ text: "…", isHit: false });
  return pieces;
}

/** Where a word begins, not far before the hit. */
function startOf(letters: string[], hit: number): number {
  if (hit <= before) return 0;
  const space = letters.indexOf(" ", hit - before);
  return space === -1 || space >= hit ? hit - before : space + 1;
}

/** For each letter, whether it belongs to a hit. A letter may fold to several ("ß") or to none (a combining accent). */
function marksOf(letters: string[], words: string[]): boolean[] {
  const plain = letters.map(foldWord);
  const folded = plain.join("");
  const places = plain.flatMap((letter, place) => [...letter].map(() => place));
  const marks = letters.map(() => false);
  for (const word of words.map(foldWord).filter(Boolean)) {
    const starts = placesOf(folded, word);
    const begins = starts.filter((at) => at === 0 || !isWord.test(folded[at - 1] ?? ""));
    for (const at of begins.length > 0 ? begins : starts) {
      for (let nth = at; nth < at + word.length; nth += 1) marks[places[nth] ?? 0] = true;
    }
  }
  return marks.map((mark, place) => (plain[place] === "" ? (marks[place - 1] ?? false) : mark));
}

function placesOf(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}
