"use client";

import { type ChangeEventHandler, type ReactNode, useId } from "react";
import { cn } from "./class-names";
import { describedBy, FieldError, FieldHint, type FieldLook } from "./field";
import { useFieldState, useTypedValue } from "./form-context";

/** A few choices side by side, one at a time: native radios, so arrow keys and forms without script work. */
export function RadioGroup({
  name,
  label,
  hint,
  aside,
  hideLabel,
  className,
  options,
  defaultValue,
  required,
  spread,
  onChange,
}: FieldLook & {
  options: readonly { value: string; label: ReactNode }[];
  defaultValue?: string;
  required?: boolean;
  /** On a phone the choices share the whole width; where their words need more than that, a second row. */
  spread?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
}) {
  const id = useId();
  const { errors } = useFieldState(name);
  const typed = useTypedValue(name, defaultValue);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={describedBy(errorId, hintId)}
      aria-required={required}
      className={cn("min-w-0", className)}
    >
      <div className={cn("mb-1.5 flex items-baseline justify-between gap-3", hideLabel && "sr-only")}>
        <span id={`${id}-label`} className="font-medium">
          {label}
        </span>
        {aside && <span className="text-dim text-small">{aside}</span>}
      </div>
      <div
        className={cn(
          "inline-flex max-w-full flex-wrap gap-0.5 rounded-control border bg-soft p-0.5",
          errorId ? "border-blocked" : "border-line",
          spread && "max-sm:w-full",
        )}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={cn(
              "relative flex min-h-7.5 items-center justify-center gap-1.5 rounded-[7px] border border-transparent px-3 text-dim hover:text-ink has-checked:border-edge has-checked:bg-panel has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11",
              spread && "max-sm:flex-1 max-sm:flex-col max-sm:gap-1 max-sm:px-1 max-sm:text-center",
            )}
          >
            <input
              key={String(option.value === typed)}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === typed}
              onChange={onChange}
              className="absolute inset-0 appearance-none rounded-[7px] outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
      <div className="mt-1.5 grid gap-1.5 empty:hidden">
        <FieldError id={errorId} errors={errors} />
        <FieldHint id={hintId}>{hint}</FieldHint>
      </div>
    </div>
  );
}
