// A slip of the keyboard: a letter mistaken, left out or put in, or two neighbours swapped (Damerau, CACM 7, 1964).

const spelled: Record<string, string> = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ħ: "h", ß: "ss", æ: "ae", œ: "oe" };

/** As search_fold folds it: lower case, without accents. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[øłđðıħßæœ]/g, (letter) => spelled[letter] ?? letter);
}

/** Whether the two words are one slip apart. */
export function isOneSlip(typed: string, word: string): boolean {
  const [a, b] = [[...typed], [...word]];
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return left.length + right.length > 0;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * What text is LIKE that holds a word one slip away from `typed` (folded): only patterns with three letters in a row, which
 * an index of trigrams can look up.
 */
export function slipPatterns(typed: string): string[] {
  const letters = [...typed].map((letter) => letter.replace(/[\\%_]/, "\\$&"));
  const patterns = letters.flatMap((_, at) => {
    const [before, after] = [letters.slice(0, at), letters.slice(at + 1)];
    const [next, ...rest] = after;
    return [
      [...before, "_", ...after],
      [...before, ...after],
      [...before, letters[at], "_", ...after],
      ...(next ? [[...before, next, letters[at], ...rest]] : []),
    ];
  });
  return [...new Set(patterns.map((pattern) => `%${pattern.join("")}%`))].filter((pattern) =>
    /(?:\\.|[^%_\\]){3}/.test(pattern),
  );
}
