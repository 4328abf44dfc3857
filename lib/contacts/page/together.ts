import type { Sentence } from "@/lib/strength/explanation/sentence";

/** Sentences that differ only in the text they quote become one that quotes them all. */
export function together(sentences: Sentence[]): Sentence[] {
  const merged: Sentence[] = [];
  for (const sentence of sentences) {
    const same = merged.find(({ key, href }) => key === sentence.key && href === sentence.href);
    if (same && same.values.text !== undefined) {
      same.values = { ...same.values, text: `${same.values.text}, ${sentence.values.text}` };
    } else merged.push({ ...sentence });
  }
  return merged;
}
