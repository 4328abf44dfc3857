"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { isTyping } from "./shortcuts";

const steps: Record<string, number> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/**
 * J and K move the focus from row to row (to the first link of each article in here), where Enter opens it; so do the
 * arrows once one is in a row, before that they scroll.
 */
export function RowKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = steps[event.key.toLowerCase()];
      if (!step || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
      const rows = rowsOf(list.current);
      const here = rows.findIndex((row) => row.contains(document.activeElement));
      if (here === -1 && event.key.startsWith("Arrow")) return;
      const to = here === -1 ? (step > 0 ? 0 : rows.length - 1) : here + step;
      focusRow(rows[to]);
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <div ref={list} data-row-keys>
      {children}
    </div>
  );
}

/** The rows of a list, in their order. */
export function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("article") ?? [])];
}

export function focusRow(row: HTMLElement | undefined) {
  row?.querySelector("a")?.focus();
}
