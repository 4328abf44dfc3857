// Mouse, pen and fingers on the map: drag to pan, two fingers or the wheel to zoom, a press to choose.

export type PointerMeans = {
  pan: (x: number, y: number) => void;
  zoom: (factor: number, x: number, y: number) => void;
  /** x and y are pixels from the canvas' corner. */
  onMove: (x: number, y: number) => void;
  onLeave: () => void;
  onPress: (x: number, y: number, isTouch: boolean) => void;
  onOpen: (x: number, y: number) => void;
};

/** Moved by less it is a press and not a drag. */
const slack = 4;

/** Answers with what ends it. */
export function followPointer(canvas: HTMLCanvasElement, means: PointerMeans): () => void {
  const down = new Map<number, { x: number; y: number }>();
  let moved = 0;

  const on = {
    pointerdown(event: PointerEvent) {
      if (event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      canvas.parentElement?.focus({ preventScroll: true });
      down.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
      if (down.size === 1) moved = 0;
    },
    pointermove(event: PointerEvent) {
      const last = down.get(event.pointerId);
      if (!last) {
        if (event.pointerType !== "touch") means.onMove(event.offsetX, event.offsetY);
        return;
      }
      const { offsetX: x, offsetY: y } = event;
      moved += Math.hypot(x - last.x, y - last.y);
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const factor =
          Math.hypot(x - other.x, y - other.y) / Math.max(Math.hypot(last.x - other.x, last.y - other.y), 1);
        means.zoom(factor, (x + other.x) / 2, (y + other.y) / 2);
      } else if (moved > slack) means.pan(x - last.x, y - last.y);
      down.set(event.pointerId, { x, y });
    },
    pointerup(event: PointerEvent) {
      const wasDown = down.delete(event.pointerId);
      if (wasDown && down.size === 0 && moved <= slack) {
        means.onPress(event.offsetX, event.offsetY, event.pointerType === "touch");
      }
    },
    pointercancel(event: PointerEvent) {
      down.delete(event.pointerId);
    },
    pointerleave: () => means.onLeave(),
    dblclick: (event: MouseEvent) => means.onOpen(event.offsetX, event.offsetY),
    /** The page scrolls past the map, unless it has the focus or fingers pinch (which comes as the wheel with Ctrl). */
    wheel(event: WheelEvent) {
      if (!event.ctrlKey && document.activeElement !== canvas.parentElement) return;
      event.preventDefault();
      means.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), event.offsetX, event.offsetY);
    },
  };
  const names = Object.keys(on) as (keyof typeof on)[];
  for (const name of names) canvas.addEventListener(name, on[name] as EventListener, { passive: false });
  return () => {
    for (const name of names) canvas.removeEventListener(name, on[name] as EventListener);
  };
}
