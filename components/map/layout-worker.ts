// Lays the map out beside the page, and tells where everybody stands by then: at most thirty times a second, and at the end.
import { type LayoutAsked, startLayout } from "@/lib/map/layout";

/** `atOnce`: only the end is told. */
export type WorkAsked = LayoutAsked & { atOnce: boolean };
export type WorkTold = { positions: Float32Array<ArrayBuffer>; isSettled: boolean };

/** Whatever the machine: by then it is still. */
const longestMs = 2_000;
const toldEveryMs = 33;

self.onmessage = ({ data: { atOnce, ...asked } }: MessageEvent<WorkAsked>) => {
  const { step, positions } = startLayout(asked);
  const begun = performance.now();
  let told = begun;
  for (let isSettled = false; !isSettled; ) {
    isSettled = step() || performance.now() - begun > longestMs;
    if (!isSettled && (atOnce || performance.now() - told < toldEveryMs)) continue;
    told = performance.now();
    const copy = positions.slice();
    const answer: WorkTold = { positions: copy, isSettled };
    self.postMessage(answer, { transfer: [copy.buffer] });
  }
};
