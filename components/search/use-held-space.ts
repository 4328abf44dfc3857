"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";

/** From then on a key is held rather than pressed. */
const heldAfterMs = 320;

/**
 * Space, held in a box: `isHeld` until it is let go. The space that a press types meanwhile is taken back by `onHeld`, which
 * gets the box's text as it was; a tap types it as ever. Spread `keys` after the box's own.
 */
export function useHeldSpace(isWanted: boolean, onHeld: (before: string) => void) {
  const [isHeld, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setHeld(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  function onSpaceDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== " ") {
      if (!isHeld) release(); // typing goes on: it was a tap
      return;
    }
    if (timer.current !== undefined) {
      event.preventDefault(); // the keyboard repeats it
      return;
    }
    if (!isWanted || event.repeat) return;
    const before = event.currentTarget.value;
    timer.current = setTimeout(() => {
      setHeld(true);
      onHeld(before);
    }, heldAfterMs);
  }
  const onSpaceUp = (event: KeyboardEvent) => {
    if (event.key === " ") release();
  };
  return { isHeld, onSpaceDown, onSpaceUp, release };
}
