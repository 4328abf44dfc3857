// One frame of the map. Everything of one colour is one path; nothing is made that outlives the frame.
import type { TieKind } from "@/lib/map/words";
import { type Group, groups, type Scene } from "./scene";
import type { Size, View } from "./view";

/** Colours as the canvas takes them, read from the page in its present theme. */
export type Palette = Record<Group | "ink" | "dim" | "line" | "panel" | "accent", string>;

export type Picture = {
  scene: Scene;
  view: View;
  size: Size & { ratio: number };
  palette: Palette;
  shown: ReadonlySet<TieKind>;
  /** The person chosen or, failing that, pointed at. */
  chosen: number | null;
  /** While it is still being laid out no names are written: they would flicker. */
  isMoving: boolean;
};

const turn = Math.PI * 2;

export function draw(canvas: CanvasRenderingContext2D, picture: Picture) {
  const { size, view } = picture;
  canvas.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
  canvas.clearRect(0, 0, size.width, size.height);
  const scale = view.scale * size.ratio;
  canvas.setTransform(scale, 0, 0, scale, view.x * size.ratio, view.y * size.ratio);
  drawTies(canvas, picture);
  drawNodes(canvas, picture);
  if (picture.chosen !== null) drawChosen(canvas, picture, picture.chosen);
  canvas.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
  if (!picture.isMoving) writeNames(canvas, picture);
}

function drawTies(canvas: CanvasRenderingContext2D, { scene, view, palette, shown }: Picture) {
  const { positions: p, ties } = scene;
  const pixel = 1 / view.scale;
  canvas.strokeStyle = palette.line;
  canvas.lineWidth = pixel;
  canvas.globalAlpha = 0.5; // what is shared says less than who introduced whom
  canvas.beginPath();
  for (const kind of ["company", "tag"] as const) {
    if (!shown.has(kind)) continue;
    const ends = ties[kind];
    for (let at = 0; at < ends.length; at += 2) line(canvas, p, ends[at] as number, ends[at + 1] as number);
  }
  canvas.stroke();
  canvas.globalAlpha = 1;
  if (!shown.has("introduction")) return;
  canvas.strokeStyle = palette.dim;
  const ends = ties.introduction;
  for (let width = 1; width <= 4; width++) {
    canvas.lineWidth = (0.9 + width * 0.6) * pixel;
    canvas.beginPath();
    for (let tie = 0; tie < scene.widths.length; tie++) {
      if (scene.widths[tie] !== width) continue;
      const [from, to] = [ends[tie * 2] as number, ends[tie * 2 + 1] as number];
      line(canvas, p, from, to);
      if (scene.isLed[tie]) arrow(canvas, p, from, to, scene.radius[to] ?? 0);
    }
    canvas.stroke();
  }
}

function line(canvas: CanvasRenderingContext2D, p: Float32Array, from: number, to: number) {
  canvas.moveTo(p[from * 2] as number, p[from * 2 + 1] as number);
  canvas.lineTo(p[to * 2] as number, p[to * 2 + 1] as number);
}

/** Its two strokes, before the circle it leads to. */
function arrow(canvas: CanvasRenderingContext2D, p: Float32Array, from: number, to: number, radius: number) {
  const [x, y] = [p[to * 2] as number, p[to * 2 + 1] as number];
  const angle = Math.atan2(y - (p[from * 2 + 1] as number), x - (p[from * 2] as number));
  const [tipX, tipY] = [x - Math.cos(angle) * (radius + 1), y - Math.sin(angle) * (radius + 1)];
  for (const side of [-0.45, 0.45]) {
    canvas.moveTo(tipX, tipY);
    canvas.lineTo(tipX - Math.cos(angle + side) * 6, tipY - Math.sin(angle + side) * 6);
  }
}

function drawNodes(canvas: CanvasRenderingContext2D, { scene, view, palette, shown }: Picture) {
  const { positions: p, radius, byGroup } = scene;
  // From afar everybody would be too small to be seen.
  const larger = Math.max(1, 0.45 / view.scale);
  for (const group of groups) {
    const isHub = group === "company" || group === "tag";
    if (isHub && !shown.has(group)) continue;
    canvas.beginPath();
    const places = byGroup[group];
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number;
      const x = p[place * 2] as number;
      const y = p[place * 2 + 1] as number;
      const r = (radius[place] as number) * larger;
      if (group === "company") canvas.rect(x - r, y - r, 2 * r, 2 * r);
      else if (group === "tag") {
        canvas.moveTo(x, y - r * 1.25);
        canvas.lineTo(x + r * 1.25, y);
        canvas.lineTo(x, y + r * 1.25);
        canvas.lineTo(x - r * 1.25, y);
        canvas.closePath();
      } else {
        canvas.moveTo(x + r, y);
        canvas.arc(x, y, r, 0, turn);
      }
    }
    if (isHub) {
      canvas.fillStyle = palette.panel;
      canvas.fill();
      canvas.lineWidth = 1.25 / view.scale;
      canvas.strokeStyle = palette[group];
      canvas.stroke();
    } else {
      canvas.fillStyle = palette[group];
      canvas.fill();
    }
  }
}

/** The ties of one person in the accent's colour, and a ring round them. */
function drawChosen(canvas: CanvasRenderingContext2D, { scene, view, palette, shown }: Picture, chosen: number) {
  const { positions: p, ties, radius } = scene;
  canvas.strokeStyle = palette.accent;
  canvas.lineWidth = 1.75 / view.scale;
  canvas.beginPath();
  for (const kind of shown) {
    const ends = ties[kind];
    for (let at = 0; at < ends.length; at += 2) {
      const from = ends[at] as number;
      const to = ends[at + 1] as number;
      if (from === chosen || to === chosen) line(canvas, p, from, to);
    }
  }
  const [x, y, r] = [p[chosen * 2] as number, p[chosen * 2 + 1] as number, (radius[chosen] as number) + 4 / view.scale];
  canvas.moveTo(x + r, y);
  canvas.arc(x, y, r, 0, turn);
  canvas.stroke();
}

const cell = { width: 16, height: 16 };
const mostNames = 60;
let taken = new Uint8Array(0);

/** Names where there is room, the most telling first. A grid of small cells remembers where something is written. */
function writeNames(canvas: CanvasRenderingContext2D, picture: Picture) {
  const { scene, view, size, palette, shown, chosen } = picture;
  const columns = Math.ceil(size.width / cell.width);
  const cells = columns * Math.ceil(size.height / cell.height);
  if (taken.length < cells) taken = new Uint8Array(cells);
  else taken.fill(0);
  canvas.font = "500 12px system-ui, sans-serif";
  canvas.textBaseline = "middle";
  canvas.lineWidth = 3;
  canvas.lineJoin = "round";
  canvas.strokeStyle = palette.panel;
  let written = 0;
  const write = (place: number) => {
    const x = view.x + (scene.positions[place * 2] as number) * view.scale;
    const y = view.y + (scene.positions[place * 2 + 1] as number) * view.scale;
    if (x < 0 || y < 0 || x > size.width || y > size.height) return;
    const name = scene.names[place] as string;
    const left = x + (scene.radius[place] as number) * view.scale + 5;
    const first = Math.max(Math.floor(left / cell.width), Math.floor(x / cell.width) + 1); // its own cell is its own
    const last = Math.floor((left + name.length * 6.6) / cell.width);
    const above = Math.floor(Math.max(0, y - 7) / cell.height) * columns;
    const below = Math.floor(Math.min(size.height - 1, y + 7) / cell.height) * columns;
    if (last >= columns) return;
    for (let at = first; at <= last; at++) if (taken[above + at] || taken[below + at]) return;
    taken.fill(1, above + first, above + last + 1);
    taken.fill(1, below + first, below + last + 1);
    canvas.fillStyle = place < scene.people ? palette.ink : palette.dim;
    canvas.strokeText(name, left, y);
    canvas.fillText(name, left, y);
    written++;
  };
  if (chosen !== null) write(chosen);
  occupy(picture, columns);
  const hubs = scene.nodes - scene.people;
  for (let at = 0; at < scene.naming.length && written < mostNames; at++) {
    const place = scene.naming[at] as number;
    if (at < hubs ? isShown(scene, shown, place) : view.scale > 0.5) write(place);
  }
}

/** Where somebody stands nothing is written. */
function occupy({ scene, view, size }: Picture, columns: number) {
  for (let place = 0; place < scene.people; place++) {
    const x = view.x + (scene.positions[place * 2] as number) * view.scale;
    const y = view.y + (scene.positions[place * 2 + 1] as number) * view.scale;
    if (x < 0 || y < 0 || x >= size.width || y >= size.height) continue;
    taken[Math.floor(y / cell.height) * columns + Math.floor(x / cell.width)] = 1;
  }
}

const isShown = ({ people, isTag }: Scene, shown: ReadonlySet<TieKind>, place: number) =>
  shown.has(isTag[place - people] ? "tag" : "company");
