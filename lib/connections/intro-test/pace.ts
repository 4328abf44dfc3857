/** Whoever thinks longer about one person has gone for coffee. */
const longestMs = 90_000;
const fewest = 4;

/** Seconds an answer usually takes (the median of the last ones, their moments newest first); null while too few tell. */
export function paceOf(answeredAt: readonly Date[]): number | null {
  const gaps = answeredAt
    .slice(1)
    .map((earlier, index) => (answeredAt[index] as Date).getTime() - earlier.getTime())
    .filter((gap) => gap > 0 && gap <= longestMs)
    .sort((a, b) => a - b);
  if (gaps.length < fewest) return null;
  return (gaps[Math.floor(gaps.length / 2)] as number) / 1_000;
}
