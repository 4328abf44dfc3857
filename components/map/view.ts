// Which part of the map is seen: `scale` pixels (of CSS) to a length of the map, whose middle is drawn at x, y.

export type View = { x: number; y: number; scale: number };
export type Size = { width: number; height: number };

const least = 0.05;
const most = 12;

/** Nearer or further by `factor`, with what is at x, y (pixels) staying there. */
export function zoomAt(view: View, factor: number, x: number, y: number): View {
  const scale = Math.min(most, Math.max(least, view.scale * factor));
  const by = scale / view.scale;
  return { scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
}

/** All of it, with a margin, and no nearer than one to one and a half. `positions` are x and y after one another. */
export function wholeView(positions: Float32Array, { width, height }: Size): View {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 2) {
    const [x, y] = [positions[at] ?? 0, positions[at + 1] ?? 0];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  if (left > right) return { x: width / 2, y: height / 2, scale: 1 };
  const margin = 28;
  const scale = Math.min(
    1.5,
    Math.max(
      least,
      Math.min((width - 2 * margin) / Math.max(right - left, 1), (height - 2 * margin) / Math.max(bottom - top, 1)),
    ),
  );
  return {
    scale,
    x: width / 2 - ((left + right) / 2) * scale,
    y: height / 2 - ((top + bottom) / 2) * scale,
  };
}

/** With this place of the map in the middle, near enough to read. */
export function centreOn(view: View, x: number, y: number, { width, height }: Size): View {
  const scale = Math.max(view.scale, 1.6);
  return { scale, x: width / 2 - x * scale, y: height / 2 - y * scale };
}
