"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { cn } from "./class-names";
import { controlStyle } from "./control-style";
import { Counter } from "./counter";
import { Field, type FieldLook } from "./field";
import { useTypedValue } from "./form-context";

type Area = Omit<
  ComponentProps<"textarea">,
  keyof FieldLook | "id" | "ref" | "children" | "defaultValue" | "value" | "rows"
>;

/** Several lines, growing with what is typed from `rows` up. `limit` shows a counter; it doesn't cut what is typed. `count` measures the text where its length isn't what counts. */
export function TextArea({
  name,
  label,
  hint,
  aside,
  hideLabel,
  className,
  defaultValue = "",
  rows = 3,
  limit,
  count = codeUnits,
  onInput,
  ...area
}: FieldLook & Area & { defaultValue?: string; rows?: number; limit?: number; count?: (text: string) => number }) {
  const typed = useTypedValue(name, defaultValue) ?? "";
  const [used, setUsed] = useState(() => count(typed));
  const element = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const form = element.current?.form;
    const recount = () => setUsed(count(typed));
    form?.addEventListener("reset", recount);
    return () => form?.removeEventListener("reset", recount);
  }, [typed, count]);
  return (
    <Field
      {...{ name, label, hint, hideLabel, className }}
      aside={limit === undefined ? aside : <Counter used={used} limit={limit} />}
    >
      {(control) => (
        <textarea
          {...area}
          {...control}
          ref={element}
          defaultValue={typed}
          onInput={(event) => {
            setUsed(count(event.currentTarget.value));
            onInput?.(event);
          }}
          style={{ minHeight: `calc(${rows}lh + 0.9rem)` }}
          className={cn(controlStyle, "field-sizing-content max-h-[60vh] resize-none")}
        />
      )}
    </Field>
  );
}

function codeUnits(text: string): number {
  return text.length;
}
