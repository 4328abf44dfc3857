"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { cn } from "@/components/ui/class-names";
import { controlStyle } from "@/components/ui/control-style";
import { describedBy, FieldError, FieldHint } from "@/components/ui/field";
import { useFieldState } from "@/components/ui/form-context";
import type { ContactChoice } from "@/lib/interactions/schema";
import { PeopleChosen, type Person } from "./people-chosen";
import { PeopleOptions } from "./people-options";
import { useContactSearch } from "./use-contact-search";

/**
 * Who took part: a combobox that adds one person at a time. What is still in the box when the form is sent counts as
 * names, which is also how it works without script.
 */
export function PeopleField({
  initial,
  chosenNow,
  autoFocus,
}: {
  initial: ContactChoice[];
  /** Always holds who is chosen. */
  chosenNow?: RefObject<Person[]>;
  /** With "keys" only where there are some: on a phone they would come up on the screen and cover the rest. */
  autoFocus?: boolean | "keys";
}) {
  const t = useTranslations("interactions");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { errors, typed } = useFieldState("names");
  const [chosen, setChosen] = useState(useReturned(initial));
  const [query, setQuery] = useState(typeof typed === "string" ? typed : "");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  /** Enter came before the answer: what to do when it is here, with who is clearly meant, else with somebody new. */
  const [waiting, setWaiting] = useState<"pick" | "send" | null>(null);

  useEffect(() => {
    if (chosenNow) chosenNow.current = chosen;
    for (const person of chosen) if (person.id) known.set(person.id, person);
  }, [chosenNow, chosen]);

  useEffect(() => {
    const isIdle = document.activeElement === document.body;
    if (autoFocus === "keys" && isIdle && matchMedia("(pointer: fine)").matches) input.current?.focus();
  }, [autoFocus]);

  const search = useContactSearch(query);
  const others = search.found.filter((contact) => !chosen.some((person) => person.id === contact.id));
  const found = others.filter(({ alike }) => !alike);
  const isNew: Person[] =
    search.ready && search.query !== "" && !search.failed ? [{ id: null, name: search.query }] : [];
  // Enter makes the one typed, not somebody like them: those come last.
  const options = [...found, ...isNew, ...others.filter(({ alike }) => alike)];
  const expanded = open && options.length > 0;

  function type(text: string) {
    setQuery(text);
    setOpen(true);
    setActive(0);
    setWaiting(null);
  }

  function pick(person: Person | undefined) {
    if (!person) return;
    const same = (other: Person) => (person.id ? other.id === person.id : !other.id && isNamed(other, person.name));
    setChosen((before) => (before.some(same) ? before : [...before, person]));
    type("");
    setOpen(false);
    input.current?.focus();
  }

  const answered = useEffectEvent(() => {
    if (waiting === null || !search.ready) return;
    flushSync(() => pick(options.find((person) => isMeant(person, search.query)) ?? isNew[0]));
    if (waiting === "send") input.current?.form?.requestSubmit();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer's arrival is what matters
  useEffect(() => {
    // Out of React's own commit, which flushSync can't interrupt.
    queueMicrotask(() => answered());
  }, [search.ready, waiting]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive(expanded ? (active + move + options.length) % options.length : 0);
    } else if (event.key === "Enter" && search.query !== "" && !search.failed) {
      const send = event.ctrlKey || event.metaKey;
      event.preventDefault();
      if (search.ready) flushSync(() => pick(options[active]));
      else {
        setWaiting(send ? "send" : "pick");
        event.stopPropagation(); // the form would be sent without the person
      }
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault(); // one Enter too many must not send the form
    } else if (event.key === "Tab" && !event.shiftKey && expanded && search.ready) {
      event.preventDefault();
      pick(options[active]);
    } else if (event.key === "Escape" && expanded) {
      event.stopPropagation(); // closes the list, not the dialog
      setOpen(false);
    } else if (event.key === "Backspace" && query === "") {
      setChosen((before) => before.slice(0, -1));
    }
  }

  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <label htmlFor={id} className="font-medium">
        {t("who")}
      </label>
      <div className="relative">
        <input
          ref={input}
          id={id}
          name="names"
          value={query}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          // biome-ignore lint/a11y/noAutofocus: whoever opens the form to log wants to type a name
          autoFocus={autoFocus === true}
          placeholder={t("whoPlaceholder")}
          autoComplete="off"
          autoCapitalize="words"
          enterKeyHint="done"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={expanded}
          aria-controls={`${id}-list`}
          aria-activedescendant={expanded ? `${id}-${active}` : undefined}
          aria-invalid={errorId ? true : undefined}
          aria-describedby={describedBy(errorId, `${id}-hint`)}
          className={controlStyle}
        />
        <PeopleOptions id={id} options={expanded ? options : []} active={active} onPick={pick} />
        <output className="sr-only" htmlFor={id}>
          {search.query !== "" && search.ready && t("results", { count: found.length })}
        </output>
      </div>
      <PeopleChosen
        people={chosen}
        onRemove={(person) => {
          setChosen((before) => before.filter((other) => other !== person));
          input.current?.focus();
        }}
      />
      <FieldError id={errorId} errors={errors} />
      <FieldHint id={`${id}-hint`}>
        <span className={cn("noscript:hidden", search.failed && "hidden")}>{t("whoHint")}</span>
        <span className="hidden noscript:inline">{t("whoPlainHint")}</span>
        {search.failed && t("searchFailed")}
      </FieldHint>
    </div>
  );
}

/** Whom this page has had in the field, for when the field is made anew (components/ui/conflict). */
const known = new Map<string, Person>();

/** Who was chosen, if the form comes back with it; else who is there at first. */
function useReturned(initial: ContactChoice[]): Person[] {
  const ids = useFieldState("contactIds");
  const names = useFieldState("newNames");
  if (!ids.returned) return initial;
  const list = (typed: string | string[] | undefined) => (typed === undefined ? [] : [typed].flat());
  const chosen = list(ids.typed).flatMap((id) => initial.find((person) => person.id === id) ?? known.get(id) ?? []);
  return [...chosen, ...list(names.typed).map((name) => ({ id: null, name }))];
}

const isNamed = (person: Person, name: string) => person.name.toLowerCase() === name.toLowerCase();

/** Whether every word typed begins a word of the name. */
function isMeant(person: Person, typed: string): boolean {
  const words = fold(person.name).split(" ");
  return (
    person.id !== null &&
    fold(typed)
      .split(" ")
      .every((word) => words.some((name) => name.startsWith(word)))
  );
}

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
