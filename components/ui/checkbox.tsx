"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./class-names";
import { describedBy, FieldError, FieldHint } from "./field";
import { useFieldState } from "./form-context";

type Box = Omit<ComponentProps<"input">, "type" | "name" | "id" | "children" | "value">;

/** One yes or no, or one of several with the same `name` (then give each its `value`). */
export function Checkbox({
  name,
  label,
  hint,
  value = "on",
  defaultChecked,
  className,
  ...box
}: Box & { name: string; label: ReactNode; hint?: ReactNode; value?: string }) {
  const id = useId();
  const { errors, typed, returned } = useFieldState(name);
  const checked = returned ? [typed].flat().includes(value) : defaultChecked;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  return (
    <div className={cn("grid gap-1", className)}>
      <label htmlFor={id} className="flex items-start gap-2.5 py-0.5 pointer-coarse:py-2">
        <input
          key={String(checked)}
          {...box}
          {...(box.checked === undefined && { defaultChecked: checked })}
          id={id}
          name={name}
          value={value}
          type="checkbox"
          aria-invalid={errorId ? true : undefined}
          aria-describedby={describedBy(errorId, hintId)}
          className="mt-0.5 size-4 flex-none"
        />
        <span>{label}</span>
      </label>
      <div className="pl-6.5 empty:hidden">
        <FieldError id={errorId} errors={errors} />
        <FieldHint id={hintId}>{hint}</FieldHint>
      </div>
    </div>
  );
}
