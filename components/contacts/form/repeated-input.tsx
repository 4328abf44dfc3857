"use client";

import { Plus } from "lucide-react";
import { type ComponentProps, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { controlStyle } from "@/components/ui/control-style";
import { describedBy, FieldError, FieldHint } from "@/components/ui/field";
import { useFieldState } from "@/components/ui/form-context";

/** Any number of one-line values under one name; blank ones are left out. Without script there is one blank to fill. */
export function RepeatedInput({
  name,
  label,
  hint,
  entryLabel,
  addLabel,
  values,
  ...input
}: Omit<ComponentProps<"input">, "name" | "id" | "defaultValue" | "value"> & {
  name: `${string}[]`;
  label: string;
  hint?: string;
  /** Names one of several boxes: "E-mail 2". */
  entryLabel: string;
  addLabel: string;
  values: string[];
}) {
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const { errors, typed } = useFieldState(name);
  const filled = typed === undefined ? values : [typed].flat().filter(Boolean);
  const [boxes, setBoxes] = useState(Math.max(1, filled.length));
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  const hintId = hint ? `${id}-hint` : undefined;

  const add = () => {
    flushSync(() => setBoxes(boxes + 1));
    [...(group.current?.querySelectorAll("input") ?? [])].at(-1)?.focus();
  };
  return (
    <fieldset ref={group} className="grid min-w-0 content-start gap-1.5">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {Array.from({ length: boxes }, (_, box) => box).map((box) => (
        <input
          key={box}
          {...input}
          name={name}
          defaultValue={filled[box]}
          aria-label={box === 0 ? label : `${entryLabel} ${box + 1}`}
          aria-invalid={errorId ? true : undefined}
          aria-describedby={describedBy(errorId, hintId)}
          className={controlStyle}
        />
      ))}
      <FieldError id={errorId} errors={errors} />
      <FieldHint id={hintId}>{hint}</FieldHint>
      <div>
        <Button variant="ghost" size="small" className="-ml-2.5" onClick={add}>
          <Plus aria-hidden="true" className="size-3.5" />
          {addLabel}
        </Button>
      </div>
    </fieldset>
  );
}
