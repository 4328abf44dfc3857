"use client";

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef } from "react";
import { isTyping } from "@/components/ui/shortcuts";

const steps: Record<string, number> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

type List = {
  /** Of rows; null while they are being counted. */
  count: number;
  /** The first row in sight. */
  first: () => number;
  show: (index: number) => void;
  select: (index: number, extend: boolean) => void;
  selectAll: () => void;
  /** Whether there was a selection to clear. */
  clear: () => boolean;
};

/**
 * J and K move from row to row (and so do the arrows, once one is in a row), also to rows that aren't drawn yet; with
 * Shift they select on the way. X or Space selects, Ctrl/Cmd-A selects all, Escape nobody. Answers with a function to call
 * when rows were drawn: the row moved to takes the focus as soon as it is there.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, does: List) {
  const active = useRef<number | null>(null);
  const isWanted = useRef(false);

  const focusWanted = useCallback(() => {
    if (!isWanted.current || active.current === null) return;
    const link = list.current?.querySelector<HTMLElement>(`tr[data-index="${active.current}"] a`);
    if (!link) return;
    isWanted.current = false;
    link.focus({ preventScroll: true });
  }, [list]);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
    const key = event.key.toLowerCase();
    const row = rowOf(list.current, document.activeElement);
    if (event.ctrlKey || event.metaKey) {
      if (key !== "a") return;
      event.preventDefault();
      does.selectAll();
    } else if (key === "escape") {
      if (does.clear()) event.preventDefault();
    } else if (key === "x" || (key === " " && row !== null && !isControl(event.target))) {
      const here = row ?? active.current;
      if (here === null) return;
      event.preventDefault();
      active.current = here;
      does.select(here, event.shiftKey);
    } else if (key in steps && does.count > 0) {
      if (key.startsWith("arrow") && (row === null || event.target instanceof HTMLInputElement)) return;
      if (isSeparator(event.target)) return;
      event.preventDefault();
      // While the row moved to is still to be drawn, the focus lags behind.
      const here = isWanted.current ? active.current : (row ?? active.current);
      const to = here === null ? does.first() : here + (steps[key] ?? 0);
      if (event.shiftKey && here !== null) does.select(here, true);
      active.current = Math.min(does.count - 1, Math.max(0, to));
      isWanted.current = true;
      does.show(active.current);
      if (event.shiftKey) does.select(active.current, true);
      focusWanted();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  return focusWanted;
}

function rowOf(list: HTMLElement | null, element: Element | null): number | null {
  const row = element?.closest("tr[data-index]");
  return row && list?.contains(row) ? Number(row.getAttribute("data-index")) : null;
}

/** Space already presses these. */
const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("input, button, summary");
const isSeparator = (target: EventTarget | null) => target instanceof HTMLElement && target.matches("[role=separator]");
