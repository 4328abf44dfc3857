"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { FormAction } from "@/lib/form-state";

/** The card that was moved just now. In its new column it is a new element: the focus goes there with it. */
let moved: string | null = null;

/** The action that moves the card whose id is sent. On the server the bare action is needed, which works without script. */
export function followed(action: FormAction): FormAction {
  if (typeof window === "undefined") return action;
  return (previous, form) => {
    moved = String(form.get("id"));
    return action(previous, form);
  };
}

/** A card of the board, named by the element `labelledBy`. */
export function CardFrame({ id, labelledBy, children }: { id: string; labelledBy: string; children: ReactNode }) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (moved !== id) return;
    moved = null;
    card.current?.focus();
  }, [id]);
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      className="grid gap-1.5 rounded-panel border border-line bg-panel p-3 shadow-panel"
    >
      {children}
    </article>
  );
}
