"use client";

import { useEffect, useRef } from "react";

/** The id of the heading that names whom it is about. */
export const introName = "intro-name";

/** Says who comes next to those who listen, and takes the focus there: after an answer the button it was on is gone. */
export function IntroTurn({ turn, text }: { turn: string; text: string }) {
  const shown = useRef(turn);
  useEffect(() => {
    if (shown.current === turn) return;
    shown.current = turn;
    document.getElementById(introName)?.focus();
  }, [turn]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
