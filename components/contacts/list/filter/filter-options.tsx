"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import type { Suggestion } from "@/lib/contacts/list/filter/suggest";
import { type ChoiceKey, choices } from "@/lib/contacts/list/filter/terms";
import { useFilterWords } from "./words";

/** Words are typed in lower case. */
const saidAs = ({ value, insert }: Suggestion) => value?.toLowerCase() ?? insert;

/** What may be meant, and what it means. */
export function FilterOptions({
  id,
  options,
  active,
  onTake,
}: {
  id: string;
  options: Suggestion[];
  active: number;
  onTake: (index: number) => void;
}) {
  const t = useTranslations("lists.filter");
  const words = useFilterWords();
  const meaning = ({ key, value }: Suggestion) => {
    if (value === undefined) return t(`keys.${key}`);
    return key in choices ? words.choice(key as ChoiceKey, value) : "";
  };
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t("suggestions")}
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-y-auto rounded-control border border-line bg-panel p-1 shadow-float"
    >
      {options.map((option, index) => (
        // The keyboard moves the active option from the input (aria-activedescendant); a pointer picks it here.
        <button
          key={option.insert}
          type="button"
          tabIndex={-1}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(index)}
          className={cn(
            "flex min-h-8 w-full items-baseline gap-2 rounded-small px-2.5 py-1 text-left hover:bg-soft pointer-coarse:min-h-11",
            index === active && "bg-soft",
          )}
        >
          <span className="font-medium">{option.key === "tag" ? (option.value ?? option.insert) : saidAs(option)}</span>
          <span className="truncate text-dim text-small">{meaning(option)}</span>
        </button>
      ))}
    </div>
  );
}
