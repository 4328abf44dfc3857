"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { KeyList } from "@/components/ui/key-list";
import type { FoundPerson } from "@/lib/search/schema";
import { EntryRow } from "./entry-row";
import { PeekCard } from "./peek-card";
import { useAnswer } from "./use-answer";
import { useEntries } from "./use-entries";
import { useHeldSpace } from "./use-held-space";

/** The box and what is found: a combobox whose list is always there. */
export function PaletteList({
  typed,
  onType,
  onShown,
  onPerson,
  onChosen,
  signOut,
}: {
  typed: string;
  onType: (typed: string) => void;
  onShown: (input: HTMLInputElement) => void;
  onPerson: (person: FoundPerson) => void;
  onChosen: () => void;
  signOut: () => Promise<unknown>;
}) {
  const t = useTranslations("search");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState(0);
  /** A key that came before its answer. */
  const [waiting, setWaiting] = useState<"Enter" | "ArrowRight" | null>(null);
  const { query, answer, isReady } = useAnswer(typed);
  const { atFirst, whileTyping } = useEntries(signOut);

  // Until the answer comes, the last one is better than nothing; commands and the way on need none.
  const groups =
    answer && "start" in answer && query === ""
      ? atFirst(answer.start)
      : query === ""
        ? []
        : whileTyping(query, answer && "found" in answer ? answer.found : null);
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.min(active, entries.length - 1);
  const chosen = entries[at];
  const failed = answer !== null && "failed" in answer && isReady;
  const held = useHeldSpace(isReady && chosen?.person !== undefined, onType);

  const shown = useEffectEvent(() => {
    if (input.current) onShown(input.current);
  });
  useLayoutEffect(() => shown(), []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  const press = (key: "Enter" | "ArrowRight") => {
    if (key === "Enter") document.getElementById(`${id}-${at}`)?.click();
    else if (chosen?.person) onPerson(chosen.person);
  };
  const answered = useEffectEvent(() => {
    if (!waiting || !isReady) return;
    setWaiting(null);
    press(waiting);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer's arrival is what matters
  useEffect(() => answered(), [isReady, waiting]);

  function type(text: string) {
    onType(text);
    setActive(0);
    setWaiting(null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    held.onSpaceDown(event);
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isAtEnd = selectionStart === value.length && selectionEnd === value.length;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && entries.length > 0) setActive((at + move + entries.length) % entries.length);
    else if (event.key === "Enter" || (event.key === "ArrowRight" && isAtEnd && !event.shiftKey)) {
      if (isReady) press(event.key);
      else setWaiting(event.key);
    } else return;
    event.preventDefault();
  }

  let place = 0;
  return (
    <>
      <div className="flex min-h-14 flex-none items-center gap-3 border-line border-b px-4">
        <Search aria-hidden="true" className="size-4.5 flex-none text-faint" />
        <input
          ref={input}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onKeyUp={held.onSpaceUp}
          onBlur={held.release}
          maxLength={200}
          placeholder={t("placeholder")}
          aria-label={t("title")}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && `${id}-${at}`}
          className="min-w-0 flex-1 bg-transparent py-3 text-touch outline-none"
        />
        <Dialog.Close className={buttonStyle({ variant: "ghost", size: "small" }, "-mr-1.5 flex-none")}>
          {t("close")}
        </Dialog.Close>
      </div>
      <div className="relative min-h-0 flex-1">
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t("results")}
          aria-busy={!isReady}
          className="h-full overflow-y-auto overscroll-contain px-2 pb-2"
        >
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: options of a listbox, not fields of a form
            <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
              <p
                id={`${id}-${group.name}`}
                className="sticky top-0 z-1 bg-panel px-2.5 pt-3 pb-1 font-bold text-dim text-small"
              >
                {group.title}
              </p>
              {group.entries.map((entry) => {
                const here = place;
                place += 1;
                return (
                  <EntryRow
                    key={entry.key}
                    id={`${id}-${here}`}
                    entry={entry}
                    isActive={here === at}
                    onPoint={() => setActive(here)}
                    onChosen={onChosen}
                    onPerson={() => entry.person && onPerson(entry.person)}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {held.isHeld && chosen?.person && (
          <section
            aria-label={t("actions.glance", { name: chosen.person.name })}
            aria-live="polite"
            className="absolute inset-x-4 bottom-4 z-2 rounded-panel border border-line bg-panel p-4 shadow-float"
          >
            <PeekCard person={chosen.person} />
          </section>
        )}
      </div>
      <output className="sr-only">
        {failed ? t("failed") : isReady && query !== "" && t("count", { count: entries.length })}
      </output>
      {failed && (
        <p aria-hidden="true" className="flex-none border-line border-t px-4 py-2 font-medium text-blocked text-small">
          {t("failed")}
        </p>
      )}
      <div className="flex-none border-line border-t px-4 py-2.5 max-sm:hidden pointer-coarse:hidden">
        <KeyList
          label={t("keys.title")}
          keys={[
            { press: ["↑", "↓"], text: t("keys.choose") },
            { press: ["Enter"], text: t("keys.open") },
            ...(chosen?.person
              ? [
                  { press: ["→"], text: t("keys.actions") },
                  { press: [t("keys.space")], text: t("keys.peek") },
                ]
              : []),
            { press: ["Esc"], text: t("keys.close") },
          ]}
        />
      </div>
    </>
  );
}
