"use client";

import { type ReactNode, useId } from "react";
import { cn } from "./class-names";
import { useFieldState } from "./form-context";

/** `aside` stands at the far end of the label's line: a counter, a link. */
export type FieldLook = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
  hideLabel?: boolean;
  className?: string;
};

/** Spread on the control itself. */
export type FieldControl = {
  id: string;
  name: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

/** Label, hint and error around one control; `children` gets the attributes that tie the control to them. */
export function Field({
  name,
  label,
  hint,
  aside,
  hideLabel,
  className,
  children,
}: FieldLook & { children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  const { errors } = useFieldState(name);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  return (
    <div className={cn("grid min-w-0 content-start gap-1.5", className)}>
      <div className={cn("flex items-baseline justify-between gap-3", hideLabel && !aside && "sr-only")}>
        <label htmlFor={id} className={hideLabel ? "sr-only" : "font-medium"}>
          {label}
        </label>
        {aside && <span className="text-dim text-small">{aside}</span>}
      </div>
      {children({
        id,
        name,
        "aria-invalid": errorId ? true : undefined,
        "aria-describedby": describedBy(errorId, hintId),
      })}
      <FieldError id={errorId} errors={errors} />
      <FieldHint id={hintId}>{hint}</FieldHint>
    </div>
  );
}

export function describedBy(...ids: (string | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}

export function FieldHint({ id, children }: { id: string | undefined; children: ReactNode }) {
  return id ? (
    <p id={id} className="text-dim text-small">
      {children}
    </p>
  ) : null;
}

export function FieldError({ id, errors }: { id: string | undefined; errors: string[] }) {
  return id ? (
    <p id={id} className="font-medium text-blocked text-small">
      {errors.join(" ")}
    </p>
  ) : null;
}
