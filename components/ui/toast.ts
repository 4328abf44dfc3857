import type { ReactNode } from "react";

/** `undo` adds a button; what it throws is the caller's to show. With a `key` it takes the place of the last one with it. */
export type Toast = { text: ReactNode; undo?: { label: string; run: () => void }; key?: string };

const waiting: Toast[] = [];
let show: ((toast: Toast) => void) | undefined;
let wake: (() => void) | undefined;

/** Says that something is done, in a corner, for a few seconds. Callable from any client code. */
export function toast(message: Toast): void {
  if (show) {
    show(message);
  } else {
    waiting.push(message);
    wake?.();
  }
}

/** For the Toaster: called when there is something to say and nobody shows it yet. */
export function onWaiting(listener: () => void): () => void {
  wake = listener;
  if (waiting.length > 0) listener();
  return () => {
    wake = undefined;
  };
}

/** For the Toasts: everything said, what waited first. */
export function onToast(listener: (toast: Toast) => void): () => void {
  show = listener;
  for (const message of waiting.splice(0)) listener(message);
  return () => {
    show = undefined;
  };
}
