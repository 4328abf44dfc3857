const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Of these each is one, and most notes have no others. The segmenter takes some hundred times as long. */
const plain = /^[\t\n -~]*$/;

/** Characters as a reader counts them: a family emoji or an accented letter is one. */
export function countGraphemes(text: string): number {
  if (plain.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}
