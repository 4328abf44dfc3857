"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { controlStyle } from "./control-style";
import { Field, type FieldLook } from "./field";
import { useTypedValue } from "./form-context";

export type Option = { value: string; label: string };
type NativeSelect = Omit<ComponentProps<"select">, keyof FieldLook | "id" | "children" | "defaultValue">;

/** The browser's own list, dressed. `empty` adds a first choice with no value. */
export function Select({
  name,
  label,
  hint,
  aside,
  hideLabel,
  className,
  options,
  empty,
  defaultValue,
  ...select
}: FieldLook & NativeSelect & { options: readonly Option[]; empty?: string; defaultValue?: string }) {
  const typed = useTypedValue(name, defaultValue);
  return (
    <Field {...{ name, label, hint, aside, hideLabel, className }}>
      {(control) => (
        <span className="relative block">
          {/* A select doesn't follow a new defaultValue; a new key makes it start from what was picked. */}
          <select
            key={typed}
            {...select}
            {...control}
            {...(select.value === undefined && { defaultValue: typed })}
            className={cn(controlStyle, "appearance-none pr-9")}
          >
            {empty !== undefined && <option value="">{empty}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 size-4 text-dim"
          />
        </span>
      )}
    </Field>
  );
}
