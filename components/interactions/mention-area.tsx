"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useFieldState } from "@/components/ui/form-context";
import { TextArea } from "@/components/ui/text-area";
import type { ContactChoice } from "@/lib/interactions/schema";
import { type Mention, mentionOf, mentionValue } from "@/lib/mentions/text";
import { PeopleOptions } from "./people-options";
import { mentionAt, type Typing } from "./typing-mention";
import { useContactSearch } from "./use-contact-search";

const none: Mention[] = [];

/**
 * Notes in which `@` and a few letters offer contacts. Who is chosen stands in the text by name; hidden fields say whom it
 * means. Without script the `@` is only a letter, and who was mentioned before stays mentioned.
 */
export function MentionArea({
  mentions: given = none,
  ...area
}: ComponentProps<typeof TextArea> & { mentions?: Mention[] | undefined }) {
  const t = useTranslations("interactions");
  const id = useId();
  const here = useRef<HTMLDivElement>(null);
  const { typed } = useFieldState("mentions[]");
  const [mentions] = useState(typed === undefined ? given : [typed].flat().map(mentionOf));
  const [chosen, setChosen] = useState(mentions);
  const [typing, setTyping] = useState<Typing | null>(null);
  const [active, setActive] = useState(0);
  /** Where the `@` stands whose list was closed. */
  const [closed, setClosed] = useState<number | null>(null);
  const isOpen = typing !== null && typing.from !== closed;
  const search = useContactSearch(isOpen ? typing.query : "");
  const found = search.found.filter(({ alike }) => !alike);
  const expanded = isOpen && found.length > 0;

  useEffect(() => {
    const form = here.current?.closest("form");
    const anew = () => setChosen(given);
    form?.addEventListener("reset", anew);
    return () => form?.removeEventListener("reset", anew);
  }, [given]);

  function look(box: HTMLTextAreaElement) {
    const next = box.selectionStart === box.selectionEnd ? mentionAt(box.value, box.selectionStart) : null;
    setTyping(next);
    setActive(0);
    if (next === null) setClosed(null);
  }

  function pick(contact: ContactChoice | undefined) {
    const box = here.current?.querySelector("textarea");
    if (!contact || !typing || !box) return;
    const { id, name } = contact;
    setClosed(typing.from);
    setChosen((before) => [...before.filter((mention) => mention.id !== id), { id, name }]);
    box.setRangeText(`@${name} `, typing.from, box.selectionStart, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!expanded || event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      setActive((active + move + found.length) % found.length);
    } else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") {
      event.preventDefault();
      pick(found[active]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation(); // closes the list, not the dialog
      setClosed(typing.from);
    }
  }

  return (
    <div ref={here} className="relative">
      <TextArea
        {...area}
        onInput={(event) => {
          look(event.currentTarget);
          area.onInput?.(event);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => setTyping(null)}
        onKeyDown={onKeyDown}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={expanded ? `${id}-list` : undefined}
        aria-activedescendant={expanded ? `${id}-${active}` : undefined}
      />
      {expanded && (
        <PeopleOptions
          id={id}
          label={t("mentions")}
          options={found}
          active={active}
          onPick={(one) => pick(found.find(({ id }) => id === one.id))}
        />
      )}
      {chosen.map((mention) => (
        <input key={mention.id} type="hidden" name="mentions[]" value={mentionValue(mention)} />
      ))}
      <output className="sr-only">
        {isOpen && search.query !== "" && search.ready && t("results", { count: found.length })}
      </output>
    </div>
  );
}
