// The map on its canvas: lays it out, draws it, and follows pointer, wheel and keys. Once laid out it only draws when
// something is done.
import type { TieKind } from "@/lib/map/words";
import { draw, type Palette, type Picture } from "./draw";
import type { WorkAsked, WorkTold } from "./layout-worker";
import { createLoop } from "./loop";
import { followPointer } from "./pointer";
import { personAt, type Scene, shownTies } from "./scene";
import { centreOn, wholeView, zoomAt } from "./view";

export type MapEvents = {
  onSettled: () => void;
  /** The person pointed at, by their place; null: nobody. */
  onPoint: (place: number | null) => void;
  onChoose: (place: number | null) => void;
  /** The chosen one's page is wanted. */
  onOpen: (place: number) => void;
};

export type MapController = ReturnType<typeof createMap>;

const pannedBy = 60;

export function createMap(
  canvas: HTMLCanvasElement,
  scene: Scene,
  { palette, shown, events }: { palette: Palette; shown: ReadonlySet<TieKind>; events: MapEvents },
) {
  const context = canvas.getContext("2d");
  const picture: Picture = {
    scene,
    palette,
    shown,
    view: { x: 0, y: 0, scale: 1 },
    size: { width: 1, height: 1, ratio: 1 },
    chosen: null,
    isMoving: true,
  };
  let selected: number | null = null;
  let pointed: number | null = null;
  /** Until somebody looks elsewhere, all of it is kept in the picture. */
  let isWhole = true;
  let worker: Worker | undefined;
  const loop = createLoop(() => context && draw(context, picture), {
    request: (frame) => requestAnimationFrame(frame),
    cancel: (frame) => cancelAnimationFrame(frame),
  });

  function look(view: Picture["view"], whole = false) {
    isWhole = whole;
    picture.view = view;
    loop.ask();
  }
  const fitAll = () => look(wholeView(scene.positions, picture.size), true);
  const zoom = (factor: number, x = picture.size.width / 2, y = picture.size.height / 2) =>
    look(zoomAt(picture.view, factor, x, y));
  const pan = (x: number, y: number) => look({ ...picture.view, x: picture.view.x + x, y: picture.view.y + y });

  function layOut() {
    worker?.terminate();
    picture.isMoving = true;
    worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data: { positions, isSettled } }: MessageEvent<WorkTold>) => {
      scene.positions = positions;
      if (isWhole) picture.view = wholeView(positions, picture.size);
      picture.isMoving = !isSettled;
      loop.ask();
      if (!isSettled) return;
      worker?.terminate();
      events.onSettled();
    };
    const asked: WorkAsked = {
      nodes: scene.nodes,
      links: shownTies(scene, picture.shown),
      atOnce: matchMedia("(prefers-reduced-motion: reduce)").matches,
    };
    worker.postMessage(asked, [asked.links.buffer as ArrayBuffer]);
  }

  function choose(place: number | null, { inMiddle = false } = {}) {
    selected = place;
    picture.chosen = place ?? pointed;
    if (place !== null && inMiddle) {
      const at = place * 2;
      look(centreOn(picture.view, scene.positions[at] ?? 0, scene.positions[at + 1] ?? 0, picture.size));
    }
    loop.ask();
    events.onChoose(place);
  }

  function point(place: number | null) {
    if (place === pointed) return;
    pointed = place;
    picture.chosen = selected ?? place;
    canvas.style.cursor = place === null ? "grab" : "pointer";
    loop.ask();
    events.onPoint(place);
  }

  /** Whoever is at x, y of the canvas; a finger is less exact. */
  const at = (x: number, y: number, reach: number) =>
    personAt(
      scene,
      (x - picture.view.x) / picture.view.scale,
      (y - picture.view.y) / picture.view.scale,
      reach / picture.view.scale,
    );

  const stopFollowing = followPointer(canvas, {
    pan,
    zoom,
    onMove: (x, y) => point(at(x, y, 3)),
    onLeave: () => point(null),
    onPress: (x, y, isTouch) => choose(at(x, y, isTouch ? 16 : 4)),
    onOpen: (x, y) => {
      const place = at(x, y, 4);
      if (place !== null) events.onOpen(place);
    },
  });

  const keys = new Map([
    ["ArrowLeft", () => pan(pannedBy, 0)],
    ["ArrowRight", () => pan(-pannedBy, 0)],
    ["ArrowUp", () => pan(0, pannedBy)],
    ["ArrowDown", () => pan(0, -pannedBy)],
    ["+", () => zoom(1.3)],
    ["=", () => zoom(1.3)],
    ["-", () => zoom(1 / 1.3)],
    ["0", fitAll],
    ["Escape", () => choose(null)],
    [
      "Enter",
      () => {
        if (selected !== null) events.onOpen(selected);
        else choose(at(picture.size.width / 2, picture.size.height / 2, picture.size.width));
      },
    ],
  ]);
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys.get(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation(); // the page's own keys
    act();
  }
  const frame = canvas.parentElement ?? canvas; // what takes the focus
  frame.addEventListener("keydown", press);

  const resized = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = canvas;
    const ratio = window.devicePixelRatio || 1;
    picture.size = { width, height, ratio };
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    if (isWhole) picture.view = wholeView(scene.positions, picture.size);
    loop.ask();
  });
  resized.observe(canvas);
  layOut();

  return {
    choose,
    zoom: (factor: number) => zoom(factor),
    fitAll,
    show: (kinds: ReadonlySet<TieKind>) => {
      picture.shown = kinds;
      layOut();
    },
    paint: (colours: Palette) => {
      picture.palette = colours;
      loop.ask();
    },
    stop: () => {
      worker?.terminate();
      loop.stop();
      resized.disconnect();
      stopFollowing();
      frame.removeEventListener("keydown", press);
    },
  };
}
