export type Loop = { ask: () => void; stop: () => void };

/** Draws once, in the next frame, however often it is asked until then; not asked, no frame is waited for. */
export function createLoop(
  draw: () => void,
  { request, cancel }: { request: (frame: () => void) => number; cancel: (frame: number) => void },
): Loop {
  let waiting: number | null = null;
  const frame = () => {
    waiting = null;
    draw();
  };
  return {
    ask: () => {
      waiting ??= request(frame);
    },
    stop: () => {
      if (waiting !== null) cancel(waiting);
      waiting = null;
    },
  };
}
