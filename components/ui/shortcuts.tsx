"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { submitOnModifiedEnter } from "./submit-on-modified-enter";

/** How long G waits for its letter. */
const goMs = 1_500;

/**
 * Presses the button or link, or focuses the box, that has the key just pressed among its aria-keyshortcuts: of several
 * the one in the row that has the focus, else the page's own before the shell's. Not while typing, while a dialog is open
 * only inside it, and in a row (an article of the page) only while the focus is in it. One in the shell serves every page.
 *
 * Ctrl- or Cmd-Enter in a field sends its form.
 *
 * G and then a letter follows the link that has the letter as `data-go`; in between <html> is marked `data-going`, by
 * which the letters show themselves, and they are read out. Any other key, Escape, or a moment without one ends it.
 */
export function Shortcuts() {
  const t = useTranslations("common.keys");
  const [letters, setLetters] = useState<string | null>(null);
  const say = useEffectEvent(() => setLetters(t("going", { letters: goLetters() })));
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(waiting);
      waiting = undefined;
      delete document.documentElement.dataset.going;
      setLetters(null);
    };
    /** Whether the key was part of going somewhere. */
    const goes = (event: KeyboardEvent): boolean => {
      if (waiting === undefined) {
        if (event.key.toLowerCase() !== "g" || event.repeat || openDialog()) return false;
        waiting = setTimeout(stop, goMs);
        document.documentElement.dataset.going = "";
        say();
        return true;
      }
      if (["Shift", "Alt", "Control", "Meta"].includes(event.key)) return true;
      stop();
      const link = document.querySelector<HTMLElement>(`[data-go="${CSS.escape(event.key.toUpperCase())}"]`);
      link?.click();
      return link !== null || event.key === "Escape";
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const form = isField(event.target) && event.target.form;
      if (form) submitOnModifiedEnter(event, form); // of forms that aren't a Form, which sends itself
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (goes(event)) return event.preventDefault();
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
    return () => {
      stop();
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  return <output className="sr-only">{letters}</output>;
}

/** "T Today, C Contacts": the first of each letter, as the same links stand in the rail and in the phone's drawer. */
function goLetters(): string {
  const links = [...document.querySelectorAll<HTMLElement>("[data-go]")];
  return goKeys(links)
    .map(({ letter, name }) => `${letter} ${name}`)
    .join(", ");
}

/** What each letter leads to, in the order of the links. */
export function goKeys(links: HTMLElement[]): { letter: string; name: string }[] {
  const names = new Map<string, string>();
  for (const link of links) {
    const letter = link.dataset.go ?? "";
    if (!names.has(letter)) names.set(letter, link.firstChild?.textContent ?? "");
  }
  return [...names].map(([letter, name]) => ({ letter, name }));
}

/** Where to look for the key, the nearest first. */
function scopesOf(target: EventTarget | null): ParentNode[] {
  const dialog = openDialog();
  if (dialog) return [dialog];
  const around = target instanceof HTMLElement ? target.closest("article") : null;
  return [around, document.querySelector("main"), document].filter((scope) => scope !== null);
}

const openDialog = () => [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].at(-1);

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

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
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
