"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useEffectEvent, useRef, useState } from "react";
import { LaterWords, loadWords } from "@/components/shell/later-words";
import { Kbd } from "@/components/ui/kbd";
import { isTyping } from "@/components/ui/shortcuts";
import type { PaletteProps } from "./palette";

/** Who had the focus when the palette was opened. */
type Opened = { from: HTMLElement | null };

/**
 * The box on top of every page: a form that searches the contacts, and with script the way to the palette, as are `/` and
 * Ctrl or Cmd + K anywhere. What is typed before the palette's script has come is typed into the box and taken along.
 */
export function SearchBox({ signOut }: { signOut: () => Promise<unknown> }) {
  const t = useTranslations("search");
  const box = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);

  // Without its script (the connection is gone) the box stays the form it is.
  const load = () =>
    Promise.all([import("./palette"), loadWords()])
      .then(([loaded]) => setPalette(() => loaded.Palette))
      .catch(() => setOpened(null));

  function open(from: Element | null) {
    if (opened) return;
    setOpened({ from: from instanceof HTMLElement && from !== document.body ? from : null });
    box.current?.focus();
    load();
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const isCommandK = command && !event.shiftKey && event.key.toLowerCase() === "k";
    // In the empty box too: whoever got there by the key, while the script was on its way, may press it again.
    const isInEmptyBox = event.target === box.current && box.current?.value === "";
    const isSlash = !command && event.key === "/" && (isInEmptyBox || !isTyping(event.target));
    if (!isCommandK && !isSlash) return;
    if (opened) {
      if (Palette && !isCommandK) return;
      event.preventDefault();
      if (Palette) setOpened(null);
      return;
    }
    if (document.querySelector("[role=dialog], [role=alertdialog]")) return; // first things first
    event.preventDefault();
    open(document.activeElement);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    // Before anybody else: a key may mean something else to whoever has the focus.
    document.addEventListener("keydown", listener, { capture: true });
    return () => document.removeEventListener("keydown", listener, { capture: true });
  }, []);

  return (
    <>
      <search className="relative min-w-0 flex-1 md:max-w-[420px]">
        <form action="/contacts" onSubmit={() => setOpened(null)}>
          <Search
            aria-hidden="true"
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-3 size-4 text-faint"
          />
          <input
            ref={box}
            type="search"
            name="q"
            aria-label={t("box")}
            aria-keyshortcuts="/ Control+K Meta+K"
            placeholder={t("boxPlaceholder")}
            autoComplete="off"
            onFocus={load}
            onClick={(event) => open(event.currentTarget)}
            onInput={(event) => open(event.currentTarget)}
            className="peer min-h-[38px] w-full rounded-control border border-edge bg-panel pr-10 pl-9 pointer-coarse:min-h-11 pointer-coarse:text-touch"
          />
          <span
            aria-hidden="true"
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 peer-focus:hidden peer-not-placeholder-shown:hidden"
          >
            <Kbd>/</Kbd>
          </span>
        </form>
      </search>
      {opened && Palette && (
        <LaterWords>
          <Palette box={box} returnTo={opened.from} signOut={signOut} onClose={() => setOpened(null)} />
        </LaterWords>
      )}
    </>
  );
}
