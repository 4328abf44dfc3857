"use client";

import { useEffect } from "react";

/**
 * Presses the button or link, or focuses the box, that has the key just pressed among its aria-keyshortcuts: of several
 * the one in the row that has the focus, else the page's own before the shell's. Not while typing, while a dialog is open
 * only inside it, and in a row (an article of the page) only while the focus is in it. One in the shell serves every page.
 */
export function Shortcuts() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.repeat) return; // a key held down is pressed once
      if (event.key === "Enter" && isPressable(event.target)) return;
      if (event.key.startsWith("Arrow") && (event.shiftKey || isMovedIn(event.target))) return;
      const target = scopesOf(event.target)
        .flatMap((scope) => [...scope.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")])
        .find(
          (element) => hasKey(element, event.key) && element.checkVisibility() && isWithinReach(element, event.target),
        );
      if (!target) return;
      event.preventDefault();
      if (isTyping(target)) target.focus();
      else target.click();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}

/** Where to look for the key, the nearest first. */
function scopesOf(target: EventTarget | null): ParentNode[] {
  const dialog = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].at(-1);
  if (dialog) return [dialog];
  const around = target instanceof HTMLElement ? target.closest("article") : null;
  return [around, document.querySelector("main"), document].filter((scope) => scope !== null);
}

/** The keys of a row are meant for the row one is in. */
function isWithinReach(element: HTMLElement, from: EventTarget | null): boolean {
  const row = element.closest("main article");
  return row === null || (from instanceof Node && row.contains(from));
}

/** aria-keyshortcuts names its keys with spaces between. */
function hasKey(element: HTMLElement, key: string): boolean {
  const keys = element.getAttribute("aria-keyshortcuts")?.toLowerCase().split(" ");
  return keys?.includes(key.toLowerCase()) ?? false;
}

/** Arrows already choose in what has the focus. */
function isMovedIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, [role=menuitem], [role=option], [role=tab]");
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  );
}

/** Enter already presses what has the focus. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("a, button, summary, label, [role=menuitem]") !== null;
}
