"use client";

import { useEffect } from "react";

/**
 * Presses the button or link, or focuses the box, whose aria-keyshortcuts is the key just pressed. Not while typing,
 * and while a dialog is open only inside it. One in the shell serves every page.
 */
export function Shortcuts() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.repeat) return; // a key held too long is pressed once
      if (event.key === "Enter" && isPressable(event.target)) return;
      const scope = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].at(-1) ?? document;
      const target = [...scope.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")].find(
        (element) =>
          element.getAttribute("aria-keyshortcuts")?.toLowerCase().split(" ").includes(event.key.toLowerCase()) &&
          element.checkVisibility(),
      );
      if (!target) return;
      event.preventDefault();
      if (target instanceof HTMLInputElement) target.focus();
      else target.click();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  );
}

/** Enter already presses what has the focus. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("a, button, summary, label, [role=menuitem]") !== null;
}
