import type { ReactNode } from "react";

/** `undo` adds a button; what it throws is the caller's to show. */
export type Toast = { text: ReactNode; undo?: { label: string; run: () => void } };

const waiting: Toast[] = [];
let show: ((toast: Toast) => void) | undefined;

/** Says that something is done, in a corner, for a few seconds. Callable from any client code. */
export function toast(message: Toast): void {
  if (show) show(message);
  else waiting.push(message);
}

/** For the Toaster alone: what was said before it was there comes first. */
export function onToast(listener: (toast: Toast) => void): () => void {
  show = listener;
  for (const message of waiting.splice(0)) listener(message);
  return () => {
    show = undefined;
  };
}
