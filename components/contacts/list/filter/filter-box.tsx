"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type SubmitEvent, useId, useLayoutEffect, useRef, useState, useTransition } from "react";
import { Button, KeyHint } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { controlStyle } from "@/components/ui/control-style";
import { contactsAddress, searchOf } from "@/lib/contacts/list/address";
import { suggest } from "@/lib/contacts/list/filter/suggest";
import { readFilter, writeFilter } from "@/lib/contacts/list/filter/syntax";
import { type ContactQuery, mostTyped } from "@/lib/contacts/list/query";
import { FilterOptions } from "./filter-options";

/** The filter as text. Enter applies it; without script the form asks for the same address. */
export function FilterBox({ query, tags, problems }: { query: ContactQuery; tags: string[]; problems: string[] }) {
  const t = useTranslations("lists.filter");
  const router = useRouter();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => writeFilter(query.terms));
  const [caret, setCaret] = useState(text.length);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [pending, startTransition] = useTransition();
  // Where the caret goes with what was taken: before the next key is pressed.
  const place = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (place.current !== null) input.current?.setSelectionRange(place.current, place.current);
    place.current = null;
  });
  const { from, to, options } = suggest(text, caret, tags);
  const expanded = open && options.length > 0;
  const { sort, order, view } = searchOf(query);

  const follow = (element: HTMLInputElement) => {
    setText(element.value);
    setCaret(element.selectionStart ?? element.value.length);
    setActive(-1);
  };

  function take(index: number) {
    const option = options[index];
    if (!option) return;
    const rest = text.slice(to);
    const taken = text.slice(0, from) + option.insert + (option.value ? rest.trimStart() : rest);
    const at = from + option.insert.length;
    setText(taken);
    setCaret(at);
    setActive(-1);
    setOpen(option.value === undefined);
    place.current = at;
  }

  function apply(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setOpen(false);
    startTransition(() => router.push(contactsAddress(query, { terms: readFilter(text) }), { scroll: false }));
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive(expanded ? (Math.max(active, step > 0 ? -1 : 0) + step + options.length) % options.length : 0);
    } else if (expanded && active >= 0 && event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault(); // takes it; the next one applies
      take(active);
    } else if (event.key === "Escape" && (expanded || document.activeElement === input.current)) {
      event.stopPropagation();
      if (expanded) setOpen(false);
      else input.current?.blur();
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a form says where it sends without script
    <form
      role="search"
      aria-label={t("label")}
      action="/contacts"
      method="get"
      onSubmit={apply}
      className="relative flex min-w-56 flex-1 gap-2"
    >
      {Object.entries({ sort, order, view }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label htmlFor={id} className="sr-only">
        {t("label")}
      </label>
      <div className="relative flex-1">
        <input
          ref={input}
          id={id}
          name="q"
          value={text}
          maxLength={mostTyped}
          placeholder={t("placeholder")}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-keyshortcuts="F"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={expanded}
          aria-controls={expanded ? `${id}-list` : undefined}
          aria-activedescendant={expanded && active >= 0 ? `${id}-${active}` : undefined}
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
          onChange={(event) => {
            follow(event.currentTarget);
            setOpen(true);
          }}
          onSelect={(event) => follow(event.currentTarget)}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          className={cn(controlStyle, "pr-10")}
        />
        <span aria-hidden="true" className={cn("absolute top-2 right-2.5", text && "hidden")}>
          <KeyHint>F</KeyHint>
        </span>
        {expanded && <FilterOptions id={id} options={options} active={active} onTake={take} />}
        <output className="sr-only">{open && t("suggested", { count: options.length })}</output>
        {problems.length > 0 && (
          <p id={`${id}-problems`} className="mt-1 font-medium text-blocked text-small">
            {problems.join(" ")}
          </p>
        )}
      </div>
      <Button type="submit" aria-busy={pending || undefined} className="self-start">
        {t("apply")}
      </Button>
    </form>
  );
}
