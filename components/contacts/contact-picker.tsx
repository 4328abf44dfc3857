"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useContactSearch } from "@/components/interactions/use-contact-search";
import { cn } from "@/components/ui/class-names";
import { controlStyle } from "@/components/ui/control-style";
import { Field } from "@/components/ui/field";
import { useTypedValue } from "@/components/ui/form-context";
import type { ContactChoice } from "@/lib/interactions/schema";

/**
 * One contact, found by typing a part of the name. Sends `contactId` (or `idName`) of who was chosen and `name` as typed;
 * without script only the name, which means the contact of that name. `initial` is who is chosen to begin with; `guess`
 * stands in it until something is typed.
 */
export function ContactPicker({
  label,
  hint,
  name = "name",
  idName = "contactId",
  initial = null,
  guess = "",
}: {
  label: ReactNode;
  hint?: ReactNode;
  name?: string;
  idName?: string;
  initial?: { id: string; fullName: string } | null;
  guess?: string;
}) {
  const t = useTranslations("interactions");
  const [own, setTyped] = useState(useTypedValue(name, initial?.fullName ?? "") ?? "");
  const typed = own || guess;
  const [chosen, setChosen] = useState<Pick<ContactChoice, "id"> | null>(initial);
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState<number | null>(null);
  const search = useContactSearch(chosen ? "" : typed);
  const input = useRef<HTMLInputElement>(null);
  const startAnew = useEffectEvent(() => {
    setTyped(initial?.fullName ?? "");
    setChosen(initial);
  });
  useEffect(() => {
    const form = input.current?.form;
    const anew = () => startAnew();
    form?.addEventListener("reset", anew);
    return () => form?.removeEventListener("reset", anew);
  }, []);
  const expanded = open && search.found.length > 0;
  // Somebody who is only like the one typed is not chosen by Enter alone.
  const active = moved ?? (search.found[0]?.alike ? -1 : 0);

  function pick(contact: ContactChoice | undefined) {
    if (!contact) return;
    setChosen(contact);
    setTyped(contact.name);
    setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && search.found.length > 0) {
      event.preventDefault();
      setOpen(true);
      const count = search.found.length;
      setMoved(expanded ? (Math.max(active, move > 0 ? -1 : 0) + move + count) % count : 0);
    } else if (expanded && active >= 0 && event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault(); // chooses; the next one sends the form
      pick(search.found[active]);
    } else if (expanded && event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
    }
  }

  return (
    <Field name={name} label={label} hint={hint} className="relative max-w-md">
      {(control) => (
        <div className="relative">
          <input type="hidden" name={idName} value={chosen?.id ?? ""} />
          <input
            {...control}
            ref={input}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(null);
              setOpen(true);
              setMoved(null);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
            autoComplete="off"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={expanded}
            aria-controls={expanded ? `${control.id}-list` : undefined}
            aria-activedescendant={expanded && active >= 0 ? `${control.id}-${active}` : undefined}
            className={controlStyle}
          />
          {expanded && <Options id={control.id} options={search.found} active={active} onPick={pick} />}
          <output className="sr-only">
            {!chosen && search.query !== "" && search.ready && t("results", { count: search.found.length })}
          </output>
        </div>
      )}
    </Field>
  );
}

function Options({
  id,
  options,
  active,
  onPick,
}: {
  id: string;
  options: ContactChoice[];
  active: number;
  onPick: (contact: ContactChoice) => void;
}) {
  const t = useTranslations("interactions");
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t("who")}
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 overflow-y-auto rounded-control border border-line bg-panel p-1 shadow-float"
    >
      {options.map((contact, index) => (
        // The keyboard moves the active option from the input (aria-activedescendant); a pointer picks it here.
        <button
          key={contact.id}
          type="button"
          tabIndex={-1}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(contact)}
          className={cn(
            "block min-h-9 w-full rounded-small px-2.5 py-1.5 text-left hover:bg-soft pointer-coarse:min-h-11",
            index === active && "bg-soft",
          )}
        >
          <span className="font-medium">{contact.name}</span>
          {contact.detail && <span className="text-dim"> · {contact.detail}</span>}
          {contact.alike && <span className="block text-dim text-small">{t("alike", { reasons: contact.alike })}</span>}
        </button>
      ))}
    </div>
  );
}
