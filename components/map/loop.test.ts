import { expect, test } from "vitest";
import { createLoop } from "./loop";

test("asked many times it draws once, and then waits for no frame", () => {
  const frames = new Map<number, () => void>();
  let asked = 0;
  const clock = {
    request: (frame: () => void) => {
      frames.set(++asked, frame);
      return asked;
    },
    cancel: (frame: number) => frames.delete(frame),
  };
  const run = () => {
    const due = [...frames.values()];
    frames.clear();
    for (const frame of due) frame();
  };
  let drawn = 0;
  const loop = createLoop(() => drawn++, clock);
  loop.ask();
  loop.ask();
  run();
  run();
  expect({ drawn, waiting: frames.size }).toEqual({ drawn: 1, waiting: 0 });
  loop.ask();
  loop.stop();
  run();
  expect({ drawn, waiting: frames.size }).toEqual({ drawn: 1, waiting: 0 });
});
