/**
 * How many slips of the keyboard lie between two words: a letter left out, put in, mistaken, or two neighbours swapped
 * (Damerau, CACM 7, 1964, with each stretch changed once). Above `most` it isn't counted any further.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  const [one, other] = [[...a], [...b]];
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}

/** The word that was most likely meant, the first of equally likely ones; null where none is near: one slip in a short word, two in a longer one. */
export function closestWord(typed: string, words: readonly string[]): string | null {
  const most = typed.length <= 5 ? 1 : 2;
  let closest: { word: string; slips: number } | null = null;
  for (const word of words) {
    const slips = slipsBetween(typed, word, most);
    if (slips <= most && (!closest || slips < closest.slips)) closest = { word, slips };
  }
  return closest?.word ?? null;
}
