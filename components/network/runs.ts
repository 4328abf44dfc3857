/** How many there were at a moment (milliseconds). */
export type Point = { at: number; count: number };

/** So long nobody may look (a month's holidays), and the line still goes on. */
const longestMs = 35 * 86_400_000;

/** The points, in order of time, parted where nobody looked for longer. */
export function runsOf(points: Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && point.at - last.at <= longestMs) run.push(point);
    else runs.push([point]);
  }
  return runs;
}
