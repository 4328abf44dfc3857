"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { isTyping } from "./shortcuts";

const steps: Record<string, number> = { j: 1, k: -1 };

/** J and K move the focus from row to row (to the first link of each article in here), where Enter opens it. */
export function RowKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = steps[event.key.toLowerCase()];
      if (!step || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
      const rows = [...(list.current?.querySelectorAll("article") ?? [])];
      const here = rows.findIndex((row) => row.contains(document.activeElement));
      const to = here === -1 ? (step > 0 ? 0 : rows.length - 1) : here + step;
      rows[to]?.querySelector("a")?.focus();
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return <div ref={list}>{children}</div>;
}
